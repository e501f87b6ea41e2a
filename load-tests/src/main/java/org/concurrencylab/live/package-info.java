/**
 * The live page of {@code lab compare}: events of a run, the state they lead to, and a loopback server that shows it.
 */
package org.concurrencylab.live;
