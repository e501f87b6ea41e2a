package org.concurrencylab.experiments;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.experiments.Answer.Exhibit;
import org.concurrencylab.experiments.Picture.Line;
import org.concurrencylab.experiments.Picture.Point;
import org.concurrencylab.experiments.Sources.Facts;
import org.concurrencylab.experiments.Sources.Method;
import org.concurrencylab.results.Trial;

/**
 * What can be counted of code that blocks and of code that does not, in the classes that both services have: they do
 * the same, byte for byte. How long it takes to write or to understand them is not measured.
 */
final class Code implements Experiment {
    private static final String NAME = "code";
    private static final String BLOCKING = "blocking";
    private static final String REACTIVE = "reactive";
    /** Number of the class, from 1; 0 stands for all of them. */
    private static final String CLASS = "class";

    private static final String CLASSES = "classes";
    private static final String LINES = "lines";
    private static final String OWN_LINES = "lines of its own";
    private static final String OPERATORS = "asynchronous operators";
    private static final String NESTING = "nesting";
    private static final String TYPES = "types";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String question() {
        return "Two services do the same. How do their sources differ in what can be counted?";
    }

    @Override
    public String prediction() {
        return "Asynchronous code has the same steps as arguments of operators, so it has more operators, lies deeper in lambdas and blocks, and has no fewer lines.";
    }

    @Override
    public double seconds(int contenders) {
        return 2;
    }

    /** It loads nothing. */
    @Override
    public boolean needsContendersWarm() {
        return false;
    }

    @Override
    public List<Trial> measure(Bench bench) {
        Path home = LabHome.search()
                .orElseThrow(() -> new LabFailure("Sources cannot be counted: the project's folder is not here."));
        return trials(
                Sources.read(home.resolve("blocking-service/src/main/java")),
                Sources.read(home.resolve("reactive-service/src/main/java")));
    }

    static List<Trial> trials(Map<String, Facts> blocking, Map<String, Facts> reactive) {
        Set<String> both = new TreeSet<>(blocking.keySet());
        both.retainAll(reactive.keySet());
        List<Trial> trials = new ArrayList<>();
        trials.addAll(trials(BLOCKING, both, blocking, reactive, exhibit(both, blocking, reactive, false)));
        trials.addAll(trials(REACTIVE, both, reactive, blocking, exhibit(both, blocking, reactive, true)));
        return trials;
    }

    private static List<Trial> trials(
            String service,
            Set<String> classes,
            Map<String, Facts> mine,
            Map<String, Facts> others,
            List<String> seen) {
        List<Trial> trials = new ArrayList<>();
        for (String name : classes) {
            Map<String, Double> counts = counts(
                    List.of(mine.get(name)),
                    Sources.own(mine.get(name).lines(), others.get(name).lines()));
            trials.add(new Trial(service, Map.of(CLASS, trials.size() + 1.0), null, counts, List.of(name)));
        }
        double own =
                trials.stream().mapToDouble(trial -> trial.count(OWN_LINES)).sum();
        Map<String, Double> all =
                new HashMap<>(counts(classes.stream().map(mine::get).toList(), own));
        all.put(CLASSES, (double) classes.size());
        trials.add(new Trial(service, Map.of(CLASS, 0.0), null, Map.copyOf(all), seen));
        return trials;
    }

    private static Map<String, Double> counts(Collection<Facts> facts, double own) {
        return Map.of(
                LINES,
                        (double) facts.stream()
                                .mapToInt(one -> one.lines().size())
                                .sum(),
                OWN_LINES, own,
                OPERATORS, (double) facts.stream().mapToInt(Facts::operators).sum(),
                NESTING, (double) facts.stream().mapToInt(Facts::nesting).max().orElse(0),
                TYPES,
                        (double) facts.stream()
                                .flatMap(one -> one.types().stream())
                                .distinct()
                                .count());
    }

    /** The method with the most operators, in the words of one service; nothing when there is none in both. */
    private static List<String> exhibit(
            Set<String> classes, Map<String, Facts> blocking, Map<String, Facts> reactive, boolean asynchronous) {
        record Candidate(String type, String name, Method here, Method there) {}
        return classes.stream()
                .flatMap(type -> reactive.get(type).methods().entrySet().stream()
                        .filter(method -> blocking.get(type).methods().containsKey(method.getKey()))
                        .map(method -> new Candidate(
                                type,
                                method.getKey(),
                                method.getValue(),
                                blocking.get(type).methods().get(method.getKey()))))
                .filter(candidate -> candidate.here().operators() > 0)
                .max(Comparator.comparingInt(candidate -> candidate.here().operators()))
                .map(candidate -> {
                    List<String> lines = new ArrayList<>();
                    lines.add(candidate.type() + "." + candidate.name());
                    lines.addAll((asynchronous ? candidate.here() : candidate.there()).text());
                    return List.copyOf(lines);
                })
                .orElse(List.of());
    }

    @Override
    public Answer answer(List<Trial> trials) {
        Map<String, Trial> totals = trials.stream()
                .filter(trial -> trial.at(CLASS) == 0 && trial.count(CLASSES) > 0)
                .collect(Collectors.toMap(Trial::contender, trial -> trial, (first, second) -> first));
        Trial blocking = totals.get(BLOCKING);
        Trial reactive = totals.get(REACTIVE);
        if (blocking == null || reactive == null) {
            return Answer.cannotTell(NAME, "the sources of both services were not counted");
        }
        String verdict = "In the %.0f classes that both services have: blocking %s; reactive %s."
                .formatted(blocking.count(CLASSES), words(blocking), words(reactive));
        return new Answer(
                verdict,
                List.of(ruling(blocking, reactive)),
                List.of(picture(trials)),
                List.of(blocking, reactive).stream()
                        .filter(total -> !total.seen().isEmpty())
                        .map(total -> new Exhibit(
                                total.seen().getFirst() + ", " + total.contender(),
                                total.seen().subList(1, total.seen().size())))
                        .toList());
    }

    private static String words(Trial total) {
        return "%.0f lines (%.0f of them not in the other), %.0f asynchronous operators, nested %.0f deep, %.0f types imported that are not ours"
                .formatted(
                        total.count(LINES),
                        total.count(OWN_LINES),
                        total.count(OPERATORS),
                        total.count(NESTING),
                        total.count(TYPES));
    }

    /** All three signs, none of them, or some: the counts are the same whenever the sources are. */
    private static Ruling ruling(Trial blocking, Trial reactive) {
        List<String> signs = new ArrayList<>();
        List<String> lacking = new ArrayList<>();
        (reactive.count(OPERATORS) > blocking.count(OPERATORS) ? signs : lacking).add("more operators");
        (reactive.count(NESTING) > blocking.count(NESTING) ? signs : lacking).add("deeper nesting");
        (reactive.count(LINES) >= blocking.count(LINES) ? signs : lacking).add("at least as many lines");
        String predicted = "more operators, deeper nesting, at least as many lines";
        String measured =
                "reactive against blocking: operators %.0f and %.0f, nesting %.0f and %.0f, lines %.0f and %.0f"
                        .formatted(
                                reactive.count(OPERATORS),
                                blocking.count(OPERATORS),
                                reactive.count(NESTING),
                                blocking.count(NESTING),
                                reactive.count(LINES),
                                blocking.count(LINES));
        String note = " These are counts; the effort itself, of writing as of maintaining, is not measured.";
        if (lacking.isEmpty()) {
            return Ruling.holds(Claim.C12, predicted, measured, "The asynchronous code shows all three signs." + note);
        }
        if (signs.isEmpty()) {
            return Ruling.doesNotHold(
                    Claim.C12, predicted, measured, "The asynchronous code shows none of the three signs." + note);
        }
        return Ruling.cannotTell(
                Claim.C12,
                predicted,
                measured,
                "The asynchronous code shows %s, and not %s."
                                .formatted(String.join(" and ", signs), String.join(" or ", lacking))
                        + note);
    }

    private static Picture picture(List<Trial> trials) {
        return new Picture(
                "lines",
                "How many lines of code does each class have?",
                "Without blanks, comments and imports; the classes in alphabetical order.",
                "class",
                "lines of code",
                false,
                List.of(BLOCKING, REACTIVE).stream()
                        .map(service -> new Line(
                                service,
                                trials.stream()
                                        .filter(trial -> trial.contender().equals(service) && trial.at(CLASS) > 0)
                                        .map(Code::point)
                                        .toList()))
                        .toList());
    }

    private static Point point(Trial trial) {
        return new Point(
                trial.at(CLASS),
                trial.count(LINES),
                "%s: %.0f lines, %.0f operators, nested %.0f deep"
                        .formatted(
                                trial.seen().isEmpty() ? "?" : trial.seen().getFirst(),
                                trial.count(LINES),
                                trial.count(OPERATORS),
                                trial.count(NESTING)));
    }
}
