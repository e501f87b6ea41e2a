package org.concurrencylab.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.concurrencylab.results.Usage;

/** What was used in several equally long spans of time, as if they were one. */
final class UsageSum {

    private final List<Usage> parts = new ArrayList<>();

    void add(Usage part) {
        parts.add(part);
    }

    /** Sums of what is counted, means of what is a share, the latest of what is a state. */
    Usage total() {
        return totalOn(this);
    }

    /** The same, with the shares of the machine's time from a longer sum around this one. */
    Usage totalOn(UsageSum longer) {
        Usage last = parts.getLast();
        return new Usage(
                sum(Usage::serviceCpuMillis),
                sum(Usage::serviceCompilerMillis),
                last.serviceRssBytes(),
                last.servicePeakRssBytes(),
                last.serviceThreads(),
                count(Usage::voluntarySwitches),
                count(Usage::involuntarySwitches),
                sum(Usage::databaseCpuMillis),
                sum(Usage::sellersCpuMillis),
                sum(Usage::generatorCpuMillis),
                null,
                null,
                null,
                longer.mean(Usage::serviceCpusBusy),
                longer.mean(Usage::otherCpusBusy),
                longer.mean(Usage::foreignCpu),
                longer.mean(Usage::stolenCpu));
    }

    /** Null when one of them is not known. */
    private Double sum(Function<Usage, Double> figure) {
        List<Double> figures = parts.stream().map(figure).toList();
        return figures.stream().anyMatch(Objects::isNull)
                ? null
                : Double.valueOf(
                        figures.stream().mapToDouble(Double::doubleValue).sum());
    }

    private Long count(Function<Usage, Long> figure) {
        Double sum = sum(usage ->
                figure.apply(usage) == null ? null : figure.apply(usage).doubleValue());
        return sum == null ? null : Long.valueOf(Math.round(sum));
    }

    private Double mean(Function<Usage, Double> figure) {
        Double sum = sum(figure);
        return sum == null ? null : Double.valueOf(sum / parts.size());
    }
}
