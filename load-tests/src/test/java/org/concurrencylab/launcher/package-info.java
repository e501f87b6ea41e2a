/**
 * Tests of the launcher script {@code lab}, run as real processes among stand-in tools; depends on no other package.
 */
package org.concurrencylab.launcher;
