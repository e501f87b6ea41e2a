/**
 * Holds the sources, settings and poms of the two services to each other, so that whatever differs between them differs
 * because of the concurrency model; depends on no other package of the project, only on the JDK and its compiler.
 */
package org.concurrencylab.parity;
