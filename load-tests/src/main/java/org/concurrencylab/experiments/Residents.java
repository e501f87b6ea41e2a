package org.concurrencylab.experiments;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.concurrencylab.results.Results.Slice;
import org.concurrencylab.results.Trial;

/**
 * The resident memory of each contender at each number of requests in flight.
 *
 * @param trials of the experiment memory
 */
record Residents(List<Trial> trials) {
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    /** The most that were asked for. */
    double most() {
        return trials.stream()
                .mapToDouble(trial -> trial.at(MemoryInFlight.LEVEL))
                .max()
                .orElse(Double.NaN);
    }

    /** Whether it was measured at all. */
    boolean has(String contender) {
        return trials.stream().anyMatch(trial -> trial.contender().equals(contender));
    }

    /** The most that it held without an error; NaN when there is no such number. */
    double held(String contender) {
        return good(contender).stream()
                .mapToDouble(trial -> trial.at(MemoryInFlight.LEVEL))
                .max()
                .orElse(Double.NaN);
    }

    /** Its whole process at a number that it held, in MiB; NaN where unknown. */
    double mebibytes(String contender, double level) {
        return slice(contender, level)
                .map(slice -> slice.usage().serviceRssBytes())
                .map(bytes -> bytes / BYTES_PER_MEBIBYTE)
                .orElse(Double.NaN);
    }

    /** What a thousand more take, from the least to the most that it held, in MiB. */
    double perThousand(String contender) {
        double least = good(contender).stream()
                .mapToDouble(trial -> trial.at(MemoryInFlight.LEVEL))
                .min()
                .orElse(Double.NaN);
        double most = held(contender);
        return (mebibytes(contender, most) - mebibytes(contender, least)) / ((most - least) / 1_000);
    }

    String sentence(String contender) {
        double held = held(contender);
        String failed = trials.stream()
                .filter(trial ->
                        trial.contender().equals(contender) && trial.slice().errors() > 0)
                .map(trial -> " With %,.0f in flight its requests failed.".formatted(trial.at(MemoryInFlight.LEVEL)))
                .findFirst()
                .orElse("");
        if (Double.isNaN(held)) {
            return contender + " held nothing without an error." + failed;
        }
        Integer threads = slice(contender, held).orElseThrow().usage().serviceThreads();
        return "%s held %,.0f in %s with %s threads%s.%s"
                .formatted(
                        contender,
                        held,
                        text(mebibytes(contender, held)),
                        threads == null ? "–" : String.format(Locale.ENGLISH, "%,d", threads),
                        Double.isNaN(perThousand(contender))
                                ? ""
                                : ", " + text(perThousand(contender)) + " for each 1,000",
                        failed);
    }

    static String text(double mebibytes) {
        return Double.isNaN(mebibytes)
                ? "–"
                : String.format(Locale.ENGLISH, mebibytes < 10 ? "%.1f MiB" : "%,.0f MiB", mebibytes);
    }

    private List<Trial> good(String contender) {
        return trials.stream()
                .filter(trial ->
                        trial.contender().equals(contender) && trial.slice().errors() == 0)
                .toList();
    }

    private Optional<Slice> slice(String contender, double level) {
        return trials.stream()
                .filter(trial -> trial.contender().equals(contender) && trial.at(MemoryInFlight.LEVEL) == level)
                .map(Trial::slice)
                .findFirst();
    }
}
