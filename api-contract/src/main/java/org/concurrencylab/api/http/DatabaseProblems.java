package org.concurrencylab.api.http;

import jakarta.ws.rs.core.Response;
import java.net.SocketException;
import java.util.Map;
import java.util.Set;
import org.concurrencylab.api.ProblemType;
import org.hibernate.JDBCException;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;

/**
 * What the database's refusals mean to a caller, whether Hibernate tells of them (ORM and Reactive raise the same
 * exceptions) or a driver alone.
 */
final class DatabaseProblems {

    private static final String ISBN_CONSTRAINT = "books_isbn_taken";

    /** What the Vert.x client says of a lost connection; by name, for a service has its own driver's classes only. */
    private static final Set<String> CONNECTION_LOST =
            Set.of("io.vertx.sqlclient.ClosedConnectionException", "io.netty.channel.unix.Errors$NativeIoException");

    /**
     * What a pool says when no connection came free in time: neither JDBC's nor Vert.x's has a class of its own for it.
     */
    private static final Map<String, String> POOL_EXHAUSTED = Map.of(
            "java.sql.SQLException", "Sorry, acquisition timeout!",
            "io.vertx.core.VertxException", "Timeout waiting for connection",
            "io.vertx.core.impl.NoStackTraceThrowable", "Timeout");

    private DatabaseProblems() {}

    /** The answer, or null when the failure is not of the database's making. */
    static Response of(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (ISBN_CONSTRAINT.equals(brokenConstraint(e))) {
                return ProblemMappers.answer(ProblemType.ISBN_TAKEN, "Another book has this ISBN; change that one.");
            }
            if (isUnavailable(e)) {
                return ProblemMappers.answer(
                        ProblemType.DATABASE_UNAVAILABLE, "Wait as Retry-After says, then repeat the request.");
            }
        }
        return null;
    }

    private static String brokenConstraint(Throwable e) {
        return switch (e) {
            case ConstraintViolationException violation -> violation.getConstraintName();
            case DatabaseFailure failure -> failure.constraint();
            default -> null;
        };
    }

    private static boolean isUnavailable(Throwable e) {
        return switch (e) {
            case JDBCConnectionException lost -> true;
            case SocketException lost -> true;
            case JDBCException failure -> isPassing(failure.getSQLState());
            case DatabaseFailure failure -> isPassing(failure.sqlState());
            default -> {
                String name = e.getClass().getName();
                yield CONNECTION_LOST.contains(name)
                        || POOL_EXHAUSTED.getOrDefault(name, "").equals(e.getMessage());
            }
        };
    }

    /**
     * Class 08: connection exception; 57P01 to 57P03: the server stops, crashed or starts; 53300: no connection left;
     * 57014: it took longer than statement_timeout.
     */
    private static boolean isPassing(String sqlState) {
        return sqlState != null
                && (sqlState.startsWith("08")
                        || sqlState.startsWith("57P0")
                        || sqlState.equals("53300")
                        || sqlState.equals("57014"));
    }
}
