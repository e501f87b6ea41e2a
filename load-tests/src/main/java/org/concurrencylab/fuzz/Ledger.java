package org.concurrencylab.fuzz;

import org.concurrencylab.fuzz.Answers.Answer;

/** What must be in the database by the answers that were given, so that what was refused shows if it was done. */
final class Ledger {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private long books;
    private long orders;
    private long versions;

    /**
     * How much there is.
     *
     * @param books rows
     * @param orders rows
     * @param versions the sum of all books' versions, which each change of a book raises by one
     */
    record Stock(long books, long orders, long versions) {}

    Ledger(Stock start) {
        books = start.books();
        orders = start.orders();
        versions = start.versions();
    }

    /** Notes every accepted change among the answers. */
    void note(HostileRequest request, Answers answers) {
        for (int i = 0; i < answers.all().size(); i++) {
            note(request.asked().get(i), answers.all().get(i));
        }
    }

    private void note(Asked asked, Answer answer) {
        if (answer.status() == CREATED && answer.located()) {
            books++;
        } else if (answer.status() == CREATED) {
            orders++;
            versions++;
        } else if (answer.status() == OK && asked.method().equals("PUT")) {
            versions++;
        } else if (answer.status() == NO_CONTENT && asked.method().equals("DELETE")) {
            books--;
            versions -= asked.version();
        }
    }

    Stock expected() {
        return new Stock(books, orders, versions);
    }
}
