package org.concurrencylab.verify.reference;

import java.util.List;
import java.util.TreeMap;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;
import org.concurrencylab.api.ProblemType;

/** The books, behind one lock. The protected steps are what a wrong store gets wrong. */
public class ReferenceBooks {

    private final TreeMap<Long, Book> books = new TreeMap<>();
    private long lastBook;
    private long lastOrder;

    /** The book with this id. Throws a 404. */
    protected synchronized Book find(long id) {
        Book book = books.get(id);
        if (book == null) {
            throw new Refused(ProblemType.NOT_FOUND);
        }
        return book;
    }

    /** At most limit books with larger ids, in the order of ids. */
    protected synchronized List<Book> after(long id, int limit) {
        return books.tailMap(id, false).values().stream().limit(limit).toList();
    }

    /** Adds a book. Throws a 409. */
    protected synchronized Book create(BookInput input) {
        requireFree(input.isbn(), 0);
        return put(++lastBook, input, 0);
    }

    /** Replaces a book. Throws 404, 409 and 412. */
    protected synchronized Book replace(long id, String ifMatch, BookInput input) {
        requireCurrent(find(id), ifMatch);
        requireFree(input.isbn(), id);
        return put(id, input, find(id).version() + 1);
    }

    /** Removes a book. Throws 404 and 412. */
    protected synchronized void delete(long id, String ifMatch) {
        requireCurrent(find(id), ifMatch);
        books.remove(id);
    }

    /** Takes an order from the stock. Throws 404 and 409. */
    protected synchronized Order order(long id, int quantity) {
        Book book = find(id);
        if (book.stock() < quantity) {
            throw new Refused(ProblemType.OUT_OF_STOCK);
        }
        setStock(book, book.stock() - quantity);
        return newOrder(id, quantity);
    }

    /** Refuses a change that is based on another version. */
    protected void requireCurrent(Book book, String ifMatch) {
        if (!Answer.etag(book).equals(ifMatch)) {
            throw new Refused(ProblemType.STALE_VERSION);
        }
    }

    /** Refuses the ISBN of a book other than the one given. */
    protected void requireFree(String isbn, long id) {
        if (books.values().stream().anyMatch(book -> book.isbn().equals(isbn) && book.id() != id)) {
            throw new Refused(ProblemType.ISBN_TAKEN);
        }
    }

    protected final synchronized void setStock(Book book, int stock) {
        books.put(book.id(), changed(book, stock));
    }

    protected final synchronized Order newOrder(long id, int quantity) {
        return new Order(++lastOrder, id, quantity);
    }

    private Book put(long id, BookInput input, long version) {
        Book book =
                new Book(id, input.isbn(), input.title(), input.author(), input.priceCents(), input.stock(), version);
        books.put(id, book);
        return book;
    }

    private static Book changed(Book book, int stock) {
        return new Book(
                book.id(), book.isbn(), book.title(), book.author(), book.priceCents(), stock, book.version() + 1);
    }
}
