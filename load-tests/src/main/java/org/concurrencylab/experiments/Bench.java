package org.concurrencylab.experiments;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.results.Results.Slice;

/** What an experiment can do: load the contenders that are up, and start others. */
public interface Bench {

    /** The contenders of the run, warm, the reference first. */
    List<Service> contenders();

    /**
     * Starts some more, warmed up side by side by so many seconds of mixed load. The caller closes them.
     *
     * @param warmUpSeconds of all together, in seconds; 0 for none
     */
    Services start(List<ContenderSpec> specs, double warmUpSeconds);

    /**
     * Starts one more, warmed up by so many seconds of mixed load. The caller closes it.
     *
     * @param warmUpSeconds in seconds; 0 for none
     */
    default Service start(ContenderSpec spec, double warmUpSeconds) {
        return start(List.of(spec), warmUpSeconds).all().getFirst();
    }

    /**
     * Starts one more, cold, on all CPUs instead of the service's share: for requests that only compute, beside which
     * database and generator need next to none. The caller closes it.
     */
    Service startOnAllCpus(ContenderSpec spec);

    /**
     * A place from which the database seems far away.
     *
     * @param delay what each round trip takes longer
     */
    Distance distance(Duration delay);

    /** Sets how the sellers behave from now on. */
    void sellers(SellerBehaviour behaviour);

    /** Lets the sellers answer always, after this delay in milliseconds. */
    default void sellers(int delayMillis) {
        sellers(SellerBehaviour.delayedBy(delayMillis));
    }

    /** Sets the database's rows back to the seed. */
    void resetDatabase();

    /** A service to load. */
    interface Service extends AutoCloseable {
        /** How it was started. */
        ContenderSpec spec();

        /** How many CPUs it may use. */
        int cpus();

        /** Where it answers, without a slash at the end. */
        URI url();

        /** What its process has written so far. */
        List<String> output();

        /** Loads it and measures. */
        Slice measure(Ask ask);

        /**
         * As {@link #measure}, and stops the whole process in the middle of the measured part.
         *
         * @param after begin of the measured part
         * @param length of the stop
         */
        Slice measureWithStall(Ask ask, Duration after, Duration length);

        /** Ends it; a second time does nothing. */
        @Override
        void close();
    }

    /**
     * Services that were started together.
     *
     * @param all in the order in which they were asked for
     */
    record Services(List<Service> all) implements AutoCloseable {

        public Services {
            all = List.copyOf(all);
        }

        /** The one that was started so. */
        public Service of(ContenderSpec spec) {
            return all.stream()
                    .filter(service -> service.spec().equals(spec))
                    .findFirst()
                    .orElseThrow();
        }

        /** Ends those that nobody has ended yet. */
        @Override
        public void close() {
            all.forEach(Service::close);
        }
    }

    /** A way to the database that takes longer. */
    interface Distance extends AutoCloseable {
        /** The port of this machine at which the database answers late. */
        int port();

        @Override
        void close();
    }
}
