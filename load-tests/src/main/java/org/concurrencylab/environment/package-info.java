/**
 * What a run needs around it: database, child processes, CPU sets, readings of what they use, and their clean-up.
 * Depends on the wire records and on {@code results} only.
 */
package org.concurrencylab.environment;
