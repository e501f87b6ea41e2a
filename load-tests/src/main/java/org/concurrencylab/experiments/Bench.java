package org.concurrencylab.experiments;

import java.time.Duration;
import java.util.List;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.results.Results.Slice;

/** What an experiment can do: load the contenders that are up, and start others. */
public interface Bench {

    /** The contenders of the run, warm, the reference first. */
    List<Service> contenders();

    /**
     * Starts one more, warmed up by so many seconds of mixed load. The caller closes it.
     *
     * @param warmUpSeconds in seconds; 0 for none
     */
    Service start(ContenderSpec spec, double warmUpSeconds);

    /**
     * A place from which the database seems far away.
     *
     * @param delay what each round trip takes longer
     */
    Distance distance(Duration delay);

    /** Sets the sellers' delay, in milliseconds. */
    void sellers(int delayMillis);

    /** Sets the database's rows back to the seed. */
    void resetDatabase();

    /** A service to load. */
    interface Service extends AutoCloseable {
        /** How it was started. */
        ContenderSpec spec();

        /** Loads it and measures. */
        Slice measure(Ask ask);

        /**
         * As {@link #measure}, and stops the whole process in the middle of the measured part.
         *
         * @param after begin of the measured part
         * @param length of the stop
         */
        Slice measureWithStall(Ask ask, Duration after, Duration length);

        @Override
        void close();
    }

    /** A way to the database that takes longer. */
    interface Distance extends AutoCloseable {
        /** The port of this machine at which the database answers late. */
        int port();

        @Override
        void close();
    }
}
