/**
 * {@code lab fuzz}: requests that break rules, made from {@code openapi.yaml}, and what every contender does with them.
 * Uses only {@code environment}, {@code report} for its table, and {@code simulations}.
 */
package org.concurrencylab.fuzz;
