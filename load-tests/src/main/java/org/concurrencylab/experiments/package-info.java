/**
 * Questions that one measurement cannot answer: each a small class with its prediction, what it measures and how its
 * verdict follows from that. {@link org.concurrencylab.experiments.Experiments} lists them.
 */
package org.concurrencylab.experiments;
