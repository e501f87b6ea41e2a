package org.concurrencylab.compare;

/** Counts the sessions of the database that are at work. */
interface Sessions {

    /** Of a database that cannot be asked. */
    Sessions UNKNOWN = () -> null;

    /** At this moment; null where it cannot be known. */
    Integer busy();
}
