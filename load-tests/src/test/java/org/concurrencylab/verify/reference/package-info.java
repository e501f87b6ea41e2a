/**
 * The whole API in memory, in the plainest way: what the contract suite must let pass. Depends on the wire records and
 * the JDK's HTTP server; knows neither suite nor services.
 */
package org.concurrencylab.verify.reference;
