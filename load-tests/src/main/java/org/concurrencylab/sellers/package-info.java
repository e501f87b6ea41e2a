/**
 * The external service that the contenders call: a non-blocking stub whose delay and faults are set at run time.
 *
 * <p>May depend on the wire records and on Vert.x, and on nothing else of the load tests.
 */
package org.concurrencylab.sellers;
