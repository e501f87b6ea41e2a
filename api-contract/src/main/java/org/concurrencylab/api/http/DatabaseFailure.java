package org.concurrencylab.api.http;

/**
 * What a database driver threw, told alike for every driver: this module knows none of them, and each has exceptions of
 * its own.
 */
public final class DatabaseFailure extends RuntimeException {

    private final String sqlState;
    private final String constraint;

    /**
     * Wraps the driver's exception.
     *
     * @param sqlState PostgreSQL's error code (its manual, appendix A), or null
     * @param constraint the name of the constraint that was broken, or null
     * @param cause the driver's exception
     */
    public DatabaseFailure(String sqlState, String constraint, Throwable cause) {
        super(cause);
        this.sqlState = sqlState;
        this.constraint = constraint;
    }

    String sqlState() {
        return sqlState;
    }

    String constraint() {
        return constraint;
    }
}
