/** Table, summary.md and report.html, rendered from what a run measured; depends on {@code results} only. */
package org.concurrencylab.report;
