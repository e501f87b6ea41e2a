package org.concurrencylab.books;

import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.concurrencylab.books.wrong.UnlockedOrders;
import org.hibernate.SessionFactory;

/** Chooses how the database is reached, when the service starts. */
@Singleton
class Persistence {

    @Produces
    @Singleton
    @Startup
    BookStore books(LabConfig lab, SessionFactory sessions, DataSource pool) {
        BookStore right = of(lab.persistence(), sessions, pool);
        return UnlockedOrders.areAskedFor(lab.wrong().orders()) ? new UnlockedOrders(right, sessions) : right;
    }

    static BookStore of(String persistence, SessionFactory sessions, DataSource pool) {
        return switch (persistence) {
            case "hibernate" -> new HibernateBookStore(sessions);
            case "driver" -> new DriverBookStore(pool);
            default ->
                throw new ConfigurationException(
                        "Cannot start with lab.persistence=" + persistence + "; it must be hibernate or driver.");
        };
    }
}
