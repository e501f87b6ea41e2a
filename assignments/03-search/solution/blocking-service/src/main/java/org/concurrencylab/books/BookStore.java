package org.concurrencylab.books;

import java.util.List;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;

/**
 * Books and orders in PostgreSQL. Changes name the version they are based on; null or false says that no row fitted.
 */
public interface BookStore {

    /** The book, or null. */
    Book find(long id);

    /** At most so many books with ids greater than the one given, in the order of their ids. */
    List<Book> page(long after, int most);

    /**
     * The same of books whose titles fit a pattern, in lower case or not; its escape character is the exclamation mark.
     */
    List<Book> search(String pattern, long after, int most);

    /** The new book at version 0. */
    Book create(BookInput input);

    /** Whether the book was at that version, and so was replaced. */
    boolean replace(long id, long version, BookInput input);

    /** Whether the book was at that version, and so was deleted. */
    boolean delete(long id, long version);

    /** The order, with its copies taken from the stock; null when fewer are left or the book is gone. */
    Order order(long id, int quantity);
}
