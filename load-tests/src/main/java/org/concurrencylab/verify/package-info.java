/** Runs the contract suite against live services. Depends on the contract module and JUnit's launcher only. */
package org.concurrencylab.verify;
