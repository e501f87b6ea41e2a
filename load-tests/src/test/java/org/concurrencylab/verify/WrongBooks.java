package org.concurrencylab.verify;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookInput;
import org.concurrencylab.api.Order;
import org.concurrencylab.verify.reference.ReferenceBooks;
import org.concurrencylab.verify.reference.Refused;

/** Stores of which each does one thing wrong. Those that race look right as long as requests come one by one. */
final class WrongBooks {

    private static final long LONG_ENOUGH_TO_LOSE_A_RACE = 5_000_000;

    private WrongBooks() {}

    /** Reads the stock, thinks, and writes what it has thought. */
    static final class ChecksThenSells extends ReferenceBooks {
        @Override
        protected Order order(long id, int quantity) {
            Book read = find(id);
            if (read.stock() < quantity) {
                return super.order(id, quantity);
            }
            pause();
            setStock(read, read.stock() - quantity);
            return newOrder(id, quantity);
        }
    }

    /** Accepts orders and forgets them. */
    static final class KeepsTheStock extends ReferenceBooks {
        @Override
        protected synchronized Order order(long id, int quantity) {
            Order order = super.order(id, quantity);
            setStock(find(id), find(id).stock() + quantity);
            return order;
        }
    }

    /** Refuses an order that is too large, and takes what is there. */
    static final class SellsTheRest extends ReferenceBooks {
        @Override
        protected synchronized Order order(long id, int quantity) {
            try {
                return super.order(id, quantity);
            } catch (Refused refused) {
                setStock(find(id), 0);
                throw refused;
            }
        }
    }

    /** Does not look at the version. */
    static final class AcceptsStaleChanges extends ReferenceBooks {
        @Override
        protected void requireCurrent(Book book, String ifMatch) {}
    }

    /** Looks at the version, thinks, and writes whatever the version is by then. */
    static final class ChecksThenReplaces extends ReferenceBooks {
        @Override
        protected Book replace(long id, String ifMatch, BookInput input) {
            requireCurrent(find(id), ifMatch);
            pause();
            return super.replace(id, "\"" + find(id).version() + "\"", input);
        }
    }

    /** Does not look for the ISBN. */
    static final class AcceptsIsbnsTwice extends ReferenceBooks {
        @Override
        protected void requireFree(String isbn, long id) {}
    }

    /** Looks for the ISBN, thinks, and adds the book. */
    static final class ChecksThenCreates extends ReferenceBooks {
        private final ThreadLocal<Boolean> checked = ThreadLocal.withInitial(() -> false);

        @Override
        protected Book create(BookInput input) {
            synchronized (this) {
                requireFree(input.isbn(), 0);
            }
            pause();
            checked.set(true);
            return super.create(input);
        }

        @Override
        protected void requireFree(String isbn, long id) {
            if (!checked.get()) {
                super.requireFree(isbn, id);
            }
        }
    }

    /** Begins a page with the last book of the page before. */
    static final class RepeatsThePageBorder extends ReferenceBooks {
        @Override
        protected List<Book> after(long id, int limit) {
            return super.after(Math.max(0, id - 1), limit);
        }
    }

    private static void pause() {
        LockSupport.parkNanos(LONG_ENOUGH_TO_LOSE_A_RACE);
    }
}
