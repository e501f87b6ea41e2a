package org.concurrencylab.experiments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.HttpProbe;
import org.concurrencylab.experiments.Answer.Exhibit;
import org.concurrencylab.experiments.Bench.Service;
import org.concurrencylab.results.Trial;

/**
 * The same fault in every contender: the seller answers 500, and one offer is asked for. How much of the way that the
 * request took through our own code does the stack trace still show?
 */
final class StackTraces implements Experiment {
    private static final String NAME = "stack-trace";
    private static final String LOGGER = "quarkus.log.category.\"org.concurrencylab\".level";
    /** What api-contract logs before the trace. */
    private static final String MESSAGE = "The call of a seller failed";

    private static final String OFFER = "/books/1/offer";
    private static final String ASKED = "BookResource.offer";
    private static final String METHODS = "own methods";
    private static final String FRAMES = "frames";
    private static final String SHOWS_RESOURCE = "shows the resource";
    private static final double START_SECONDS = 3;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "The same call fails in every service. Whose stack trace says who called?";
    }

    @Override
    public String prediction() {
        return "A thread's stack holds every caller, so blocking code shows the gateway and the resource method that called it. On an event loop the callers have returned before the answer comes, so their frames are gone.";
    }

    @Override
    public double seconds(int contenders) {
        return contenders * START_SECONDS;
    }

    /** It starts its own, which log more. */
    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<Trial> measure(Bench bench) {
        List<Trial> trials = new ArrayList<>();
        for (Service contender : bench.contenders()) {
            // While it starts and warms up, the sellers answer.
            bench.sellers(SellerBehaviour.PROMPT);
            ContenderSpec logging = contender.spec().withSetting("logging", LOGGER, "DEBUG");
            try (Service service = bench.start(logging, 0);
                    HttpProbe probe = new HttpProbe()) {
                bench.sellers(new SellerBehaviour(0, 0, 1, 0));
                probe.text(service.url().resolve(OFFER));
                trials.add(trial(contender.spec().name(), StackTrace.in(service.output(), MESSAGE)));
            }
        }
        return trials;
    }

    static Trial trial(String contender, StackTrace trace) {
        return new Trial(
                contender,
                Map.of(),
                null,
                Map.of(
                        METHODS, (double) trace.ownMethods().size(),
                        FRAMES, (double) trace.frames(),
                        SHOWS_RESOURCE, trace.ownMethods().contains(ASKED) ? 1.0 : 0.0),
                trace.lines());
    }

    @Override
    public Answer answer(List<Trial> trials) {
        List<Trial> traced =
                trials.stream().filter(trial -> trial.count(FRAMES) > 0).toList();
        if (traced.isEmpty()) {
            return Answer.cannotTell(NAME, "no contender logged a stack trace");
        }
        String each = traced.stream()
                .map(trial -> "%s shows %s of our own in %.0f frames (%s)%s"
                        .formatted(
                                trial.contender(),
                                methods(trial.count(METHODS)),
                                trial.count(FRAMES),
                                String.join(", ", new StackTrace(trial.seen()).ownMethods()),
                                trial.count(SHOWS_RESOURCE) > 0 ? "" : ", and not " + ASKED + ", which was asked"))
                .collect(Collectors.joining("; ", "", "."));
        return new Answer(each, List.of(ruling(traced)), List.of(), exhibits(traced));
    }

    private static String methods(double count) {
        return count == 1 ? "1 method" : "%.0f methods".formatted(count);
    }

    /** The event loop's best against the worst of the others; the count is the same whenever the code is. */
    private static Ruling ruling(List<Trial> traced) {
        String predicted = "fewer of our own methods in the event loop's trace";
        double asynchronous = traced.stream()
                .filter(StackTraces::isAsynchronous)
                .mapToDouble(trial -> trial.count(METHODS))
                .max()
                .orElse(Double.NaN);
        double blocking = traced.stream()
                .filter(trial -> !isAsynchronous(trial))
                .mapToDouble(trial -> trial.count(METHODS))
                .min()
                .orElse(Double.NaN);
        if (Double.isNaN(asynchronous) || Double.isNaN(blocking)) {
            return Ruling.cannotTell(
                    Claim.C11, predicted, "–", "It takes a trace of reactive and one of a blocking contender.");
        }
        String measured = "event loop %s, blocking code %s".formatted(methods(asynchronous), methods(blocking));
        String note =
                " What is counted is what a trace shows of the way that the request took, not how long it takes to find a fault.";
        return asynchronous < blocking
                ? Ruling.holds(
                        Claim.C11,
                        predicted,
                        measured,
                        "Of the methods on the way to the fault the event loop's trace shows %.0f and the blocking one %.0f: who called has to be known or logged."
                                        .formatted(asynchronous, blocking)
                                + note)
                : Ruling.doesNotHold(
                        Claim.C11,
                        predicted,
                        measured,
                        "The event loop's trace shows no fewer of our own methods (%.0f) than the blocking one (%.0f)."
                                        .formatted(asynchronous, blocking)
                                + note);
    }

    private static boolean isAsynchronous(Trial trial) {
        return trial.contender().startsWith(ContenderSpec.REACTIVE.name());
    }

    /** Contenders of the same code have the same trace. */
    private static List<Exhibit> exhibits(List<Trial> traced) {
        return traced.stream()
                .collect(Collectors.groupingBy(
                        trial -> new StackTrace(trial.seen()).inShort(),
                        LinkedHashMap::new,
                        Collectors.mapping(Trial::contender, Collectors.joining(", "))))
                .entrySet()
                .stream()
                .map(entry -> new Exhibit("Stack trace of " + entry.getValue(), entry.getKey()))
                .toList();
    }
}
