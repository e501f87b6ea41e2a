package org.concurrencylab.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A book as a client sends it: the body of {@code POST /books} and {@code PUT /books/{id}}.
 *
 * @param isbn 13 digits with a valid check digit
 * @param title the title
 * @param author the author
 * @param publicationYear when it was first published; null where the client does not say
 * @param priceCents the price in euro cents
 * @param stock copies that can be ordered
 */
public record BookInput(
        @NotNull @Isbn String isbn,
        @NotBlank @Size(max = 200) @PlainText String title,
        @NotBlank @Size(max = 200) @PlainText String author,
        @JsonInclude(JsonInclude.Include.NON_NULL) Integer publicationYear,
        @NotNull @Min(0) @Max(100_000_000) Integer priceCents,
        @NotNull @Min(0) @Max(10_000_000) Integer stock) {

    /** A book without a year, as most are. */
    public BookInput(String isbn, String title, String author, Integer priceCents, Integer stock) {
        this(isbn, title, author, null, priceCents, stock);
    }
}
