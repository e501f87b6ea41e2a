/**
 * The load generator: a long-lived JVM that runs Gatling slice by slice, and the client that the runner drives it with.
 * May depend on simulations and results.
 */
package org.concurrencylab.generator;
