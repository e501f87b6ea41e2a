/** The commands of {@code ./lab}; may use every other package of this module, and none uses it. */
package org.concurrencylab.cli;
