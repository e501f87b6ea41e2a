package org.concurrencylab.books;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.concurrencylab.books.wrong.UnlockedOrders;
import org.hibernate.reactive.mutiny.Mutiny;

/** Chooses how the database is reached, when the service starts. */
@Singleton
class Persistence {

    @Produces
    @Singleton
    @Startup
    BookStore books(LabConfig lab, Mutiny.SessionFactory sessions, Pool pool) {
        BookStore right = of(lab.persistence(), sessions, pool);
        return UnlockedOrders.areAskedFor(lab.wrong().orders()) ? new UnlockedOrders(right, sessions) : right;
    }

    static BookStore of(String persistence, Mutiny.SessionFactory sessions, Pool pool) {
        return switch (persistence) {
            case "hibernate" -> new HibernateBookStore(sessions);
            case "driver" -> new DriverBookStore(pool);
            default ->
                throw new ConfigurationException(
                        "Cannot start with lab.persistence=" + persistence + "; it must be hibernate or driver.");
        };
    }
}
