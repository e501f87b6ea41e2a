package org.concurrencylab.grade;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.concurrencylab.environment.ContenderSpec;

/**
 * Lab 1, read the pair: what differs between the services is counted in the submission's own sources, who waits is seen
 * in the services' threads, and the knee that a student predicts is measured.
 */
final class ReadThePairLab extends QuestionLab {

    private static final String NOBODY = "nobody";

    private static final String FILES = "files.in-each-service";
    private static final String DIFFERING = "files.that-differ";
    private static final String BLOCKING_SETTINGS = "settings.in-blocking-service-only";
    private static final String REACTIVE_SETTINGS = "settings.in-reactive-service-only";
    private static final String CLASSES = "classes.in-blocking-service-only";
    private static final String ONE_SELLER = "waits.one-seller.";
    private static final String MANY_SELLERS = "waits.many-sellers.";
    private static final String THREADS = "waiting-threads.";
    private static final String KNEE_8 = "knee-per-second.8-workers-400-ms";
    private static final String KNEE_24 = "knee-per-second.24-workers-300-ms";
    private static final String CARRIED = "carried-per-second.24-workers-300-ms-40-sent-per-second";
    private static final String UNDER_WAY = "under-way.600-ms-40-sent-per-second";

    private static final List<String> KEYS = List.of(
            FILES,
            DIFFERING,
            BLOCKING_SETTINGS,
            REACTIVE_SETTINGS,
            CLASSES,
            ONE_SELLER + PairFigures.BLOCKING,
            ONE_SELLER + PairFigures.REACTIVE,
            MANY_SELLERS + PairFigures.BLOCKING,
            MANY_SELLERS + PairFigures.REACTIVE,
            THREADS + "threads",
            THREADS + "virtual",
            THREADS + "reactive",
            KNEE_8,
            KNEE_24,
            CARRIED,
            UNDER_WAY);

    private static final String BEGIN_HINT =
            "Begin with diff -rq blocking-service/src/main/java reactive-service/src/main/java, and then read what it names.";
    private static final String FILES_HINT =
            "find and diff -rq count for you; only src/main/java is meant, and only files that end in .java.";
    private static final String SETTINGS_HINT =
            "diff the two application.properties. Comments are no settings, and a setting with another value is one that both have.";
    private static final String CLASSES_HINT =
            "Look for class, record and interface within the classes that differ. Who needs one for what the other gets from its library?";
    private static final String WAITS_HINT =
            "./lab up, make the sellers slow, ask for an offer and take a thread dump with jstack: which of our classes stands highest in the stack of the thread that serves the request? And is there such a thread?";
    private static final String THREADS_HINT =
            "Take a thread dump while many offers are under way. jstack shows the operating system's threads: whom does it not show, and why need he not be there?";
    private static final String KNEE_HINT =
            "Little's law: under way = per second x seconds each. How many can be under way when each needs a worker?";
    private static final String UNDER_WAY_HINT =
            "Little's law again, with another unknown: nothing here limits how many are under way, so how many are there?";

    ReadThePairLab() {
        super("01-read-the-pair");
    }

    @Override
    public List<ContenderSpec> contenders() {
        return PairFigures.CONTENDERS;
    }

    @Override
    Optional<Mark> unanswered(Answers answers) {
        return answers.withoutText(KEYS, BEGIN_HINT).map(lack -> new Mark("all is answered", 100, Optional.of(lack)));
    }

    @Override
    List<Mark> marks(Answers answers, Submission submission) {
        return marks(answers, Pair.of(submission.project()), PairFigures.of(submission.running()));
    }

    @Override
    Mark unmeasured(String reason) {
        return Mark.unanswered("both services wait", 100, new Lack(reason, WAITS_HINT));
    }

    /** What the answers are worth beside these facts. */
    static List<Mark> marks(Answers answers, Pair pair, PairFigures figures) {
        List<Mark> marks = new ArrayList<>();
        marks.add(new Mark("files of each service", 5, answers.counts(FILES, pair.blockingFiles(), FILES_HINT)));
        marks.add(new Mark("files that differ", 5, answers.counts(DIFFERING, pair.differing(), FILES_HINT)));
        marks.add(new Mark(
                "settings of one service only",
                5,
                answers.counts(BLOCKING_SETTINGS, pair.blockingSettings(), SETTINGS_HINT)
                        .or(() -> answers.counts(REACTIVE_SETTINGS, pair.reactiveSettings(), SETTINGS_HINT))));
        marks.add(new Mark("classes of blocking-service only", 5, classes(answers, pair.blockingClasses())));
        marks.addAll(waits(answers, ONE_SELLER, "one seller", figures.oneSeller()));
        marks.addAll(waits(answers, MANY_SELLERS, "many sellers", figures.manySellers()));
        for (String contender : List.of("threads", "virtual", "reactive")) {
            marks.add(new Mark(
                    "threads that wait: " + contender,
                    contender.equals("virtual") ? 10 : 5,
                    answers.counts(THREADS + contender, figures.threads().get(contender), THREADS_HINT)));
        }
        marks.add(new Mark("the knee of 8 workers", 10, answers.predicts(KNEE_8, figures.kneeOf8(), KNEE_HINT)));
        marks.add(new Mark("the knee of 24 workers", 5, answers.predicts(KNEE_24, figures.kneeOf24(), KNEE_HINT)));
        marks.add(new Mark("below the knee", 5, answers.predicts(CARRIED, figures.carried(), KNEE_HINT)));
        marks.add(new Mark(
                "under way on the event loop", 10, answers.isNear(UNDER_WAY, figures.underWay(), UNDER_WAY_HINT)));
        return marks;
    }

    private static Optional<Lack> classes(Answers answers, Set<String> right) {
        Set<String> said = names(answers.text(CLASSES));
        String reason = said.stream()
                .filter(name -> !right.contains(name))
                .findFirst()
                .map(name -> "%s names %s, which is no such class.".formatted(CLASSES, name))
                .orElse("%s names %d of %d classes.".formatted(CLASSES, said.size(), right.size()));
        return said.equals(right) ? Optional.empty() : Optional.of(answers.lack(CLASSES, reason, CLASSES_HINT));
    }

    /** Of names between commas, those within other classes with or without their outer one's. */
    private static Set<String> names(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(name -> name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Mark> waits(Answers answers, String key, String whom, Map<String, Optional<String>> classes) {
        return Stream.of(PairFigures.BLOCKING, PairFigures.REACTIVE)
                .map(service -> new Mark(
                        "who waits for %s: %s".formatted(whom, service),
                        service.equals(PairFigures.BLOCKING) ? 10 : 5,
                        waits(answers, key + service, classes.get(service))))
                .toList();
    }

    private static Optional<Lack> waits(Answers answers, String key, Optional<String> where) {
        String said = answers.text(key);
        if (said.equalsIgnoreCase(where.orElse(NOBODY))) {
            return Optional.empty();
        }
        String seen = said.equalsIgnoreCase(NOBODY) ? "a thread wait" : "a thread wait elsewhere";
        String reason =
                "%s says %s; the grader saw %s.".formatted(key, said, where.isEmpty() ? "no thread wait" : seen);
        return Optional.of(answers.lack(key, reason, WAITS_HINT));
    }
}
