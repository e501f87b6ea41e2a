/**
 * What is lost when something fails: faults, one small class each, made one by one under a steady load whose every
 * acknowledged write is kept in a ledger and looked for in the database afterwards.
 * {@link org.concurrencylab.chaos.Faults} lists them.
 */
package org.concurrencylab.chaos;
