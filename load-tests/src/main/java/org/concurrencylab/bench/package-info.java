/**
 * The request-cost benchmark: what one request costs any HTTP service in CPU time.
 *
 * <p>May depend on libraries only, and on nothing else of the load tests.
 */
package org.concurrencylab.bench;
