package org.concurrencylab.books;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;

/** A row of the table books; its version counts the changes. */
@Entity
@Table(name = "books")
class BookEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;

    String isbn;

    String title;

    String author;

    @Column(name = "publication_year")
    Integer publicationYear;

    @Column(name = "price_cents")
    int priceCents;

    int stock;

    @Version
    long version;

    static BookEntity of(BookInput input) {
        BookEntity book = new BookEntity();
        book.isbn = input.isbn();
        book.title = input.title();
        book.author = input.author();
        book.publicationYear = input.publicationYear();
        book.priceCents = input.priceCents();
        book.stock = input.stock();
        return book;
    }

    static Book toBook(BookEntity book) {
        return book == null
                ? null
                : new Book(
                        book.id,
                        book.isbn,
                        book.title,
                        book.author,
                        book.publicationYear,
                        book.priceCents,
                        book.stock,
                        book.version);
    }
}
