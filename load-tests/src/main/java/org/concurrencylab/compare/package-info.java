/** The runner of {@code lab compare}: what is measured, in which order, and how a slice becomes a result. */
package org.concurrencylab.compare;
