/**
 * What becomes of services that go on for long: all contenders side by side under one steady, mixed load, read every
 * few seconds, and a verdict for each quantity on whether it grows. {@link org.concurrencylab.soak.SoakRun} is the run,
 * {@link org.concurrencylab.soak.Judge} the verdict.
 */
package org.concurrencylab.soak;
