package org.concurrencylab.api;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * The body of {@code POST /books/{id}/orders}.
 *
 * @param quantity copies to order
 */
public record OrderInput(@NotNull @Min(1) @Max(1_000) Integer quantity) {}
