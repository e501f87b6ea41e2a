package org.concurrencylab.api.http;

import jakarta.ws.rs.core.Response;
import java.net.SocketException;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
     * Who could not connect gets the Vert.x client's own exception, which ends with the SQL state, from Hibernate too.
     */
    private static final String VERTX_FAILURE = "io.vertx.pgclient.PgException";

    private static final Pattern SQL_STATE = Pattern.compile("\\(([0-9A-Z]{5})\\)$");

    /** Failures that have no class of their own, of a pool and of a connection. */
    private record Words(String type, String beginning) {}

    private static final List<Words> UNAVAILABLE = List.of(
            // No connection came free in time.
            new Words("java.sql.SQLException", "Sorry, acquisition timeout!"),
            new Words("io.vertx.core.VertxException", "Timeout waiting for connection"),
            new Words("io.vertx.core.impl.NoStackTraceThrowable", "Timeout"),
            // It was lost between two statements of one request.
            new Words("io.vertx.core.impl.NoStackTraceThrowable", "Connection is not active now"));

    private DatabaseProblems() {}

    /** The answer, or null when the failure is not of the database's making. */
    static Response of(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            Response answer = ofOne(e);
            if (answer != null) {
                return answer;
            }
            // A transaction manager whose commit fails tells why in this way only.
            for (Throwable suppressed : e.getSuppressed()) {
                answer = of(suppressed);
                if (answer != null) {
                    return answer;
                }
            }
        }
        return null;
    }

    private static Response ofOne(Throwable e) {
        if (ISBN_CONSTRAINT.equals(brokenConstraint(e))) {
            return ProblemMappers.answer(ProblemType.ISBN_TAKEN, "Another book has this ISBN; change that one.");
        }
        if (isUnavailable(e)) {
            return ProblemMappers.answer(
                    ProblemType.DATABASE_UNAVAILABLE, "Wait as Retry-After says, then repeat the request.");
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
            case SQLException failure -> isPassing(failure.getSQLState()) || isKnownByName(failure);
            default -> isKnownByName(e);
        };
    }

    private static boolean isKnownByName(Throwable e) {
        String name = e.getClass().getName();
        String message = String.valueOf(e.getMessage());
        if (name.equals(VERTX_FAILURE)) {
            Matcher state = SQL_STATE.matcher(message);
            return state.find() && isPassing(state.group(1));
        }
        return CONNECTION_LOST.contains(name)
                || UNAVAILABLE.stream()
                        .anyMatch(words -> words.type().equals(name) && message.startsWith(words.beginning()));
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
