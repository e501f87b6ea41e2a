package org.concurrencylab.grade;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.LabHome;
import org.concurrencylab.environment.Leftovers;
import org.concurrencylab.grade.SelfTest.Plan;
import org.concurrencylab.results.AtomicFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./lab grade}: what a submission of a course lab is worth. Exit code 1 when something is lacking. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = "Grade an assignment: points, reasons and the next hint, in at most three minutes.",
        footer = {"", "assignments/README.md tells what to do. In GitHub Actions it prints annotations, too."})
public final class GradeCommand implements Callable<Integer> {

    private static final int MOST_TIMES = 100;
    private static final int MOST_AT_ONCE = 8;

    @Parameters(arity = "0..1", paramLabel = "N", description = "The assignment's number, such as 8.")
    private Integer number;

    @Option(
            names = "--submission",
            paramLabel = "DIR",
            description =
                    "A copy of the repository with the changes to be graded (default: this one); it is only read.")
    private Path submission;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the grade to this file, too.")
    private Path json;

    @Option(
            names = "--self-test",
            description = "Grade what the assignments bring along instead, or that of N: the starting point must fail,"
                    + " the solution pass and each wrong solution fail for its reason.")
    private boolean selfTest;

    @Option(
            names = "--cases",
            paramLabel = "NAME,…",
            split = ",",
            description = "With --self-test: only these, such as start or solution.")
    private List<String> cases = List.of();

    @Option(names = "--times", paramLabel = "N", description = "With --self-test: how often each (default: once).")
    private Integer times;

    @Option(
            names = "--at-once",
            paramLabel = "N",
            description = "With --self-test: how many side by side, which keeps the machine busy (default: one).")
    private Integer atOnce;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Assignment> assignments = assignments();
        PrintWriter out = spec.commandLine().getOut();
        if (!selfTest && !(cases.isEmpty() && times == null && atOnce == null)) {
            throw bad("--cases, --times and --at-once go with --self-test");
        }
        if (selfTest) {
            Leftovers.ofThisUser().reap().forEach(out::println);
            return new SelfTest(LabHome.find(), grader(line -> {})::grade, plan(), this::print).passes(assignments)
                    ? 0
                    : 1;
        }
        Path folder = folder();
        if (json != null && Files.isDirectory(json)) {
            throw bad("--json needs a file, and " + json + " is a folder");
        }
        Leftovers.ofThisUser().reap().forEach(out::println);
        Grade grade = grader(this::print).grade(assignments.getFirst(), folder);
        GradeText.lines(grade).forEach(this::print);
        if ("true".equals(System.getenv("GITHUB_ACTIONS"))) {
            Annotations.lines(grade).forEach(this::print);
        }
        if (json != null) {
            write(grade);
        }
        return grade.passed() ? 0 : 1;
    }

    private Plan plan() {
        return new Plan(cases, between(1, times, MOST_TIMES, "--times"), between(1, atOnce, MOST_AT_ONCE, "--at-once"));
    }

    private int between(int least, Integer value, int most, String option) {
        if (value != null && (value < least || value > most)) {
            throw bad(option + " takes a whole number from " + least + " to " + most);
        }
        return value == null ? least : value;
    }

    private List<Assignment> assignments() {
        if (number == null) {
            if (!selfTest) {
                throw bad("which assignment? There are " + Assignments.numbers());
            }
            return Assignments.all();
        }
        return List.of(Assignments.numbered(number)
                .orElseThrow(() -> bad("there is no assignment " + number + ", only " + Assignments.numbers())));
    }

    private Path folder() {
        Path folder = submission == null
                ? LabHome.find()
                : submission.toAbsolutePath().normalize();
        for (String sources : Sources.SUBMITTED) {
            if (!Files.isDirectory(folder.resolve(sources))) {
                throw bad("--submission needs a copy of the repository, and " + folder + " has no " + sources);
            }
        }
        return folder;
    }

    private Grader grader(Consumer<String> progress) {
        return new Grader(LabHome.find(), Limits.USUAL, step -> progress.accept("  " + step + " ..."));
    }

    private void print(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void write(Grade grade) {
        try {
            AtomicFile.write(json, GradeJson.of(grade));
        } catch (IOException e) {
            throw new LabFailure("Cannot write " + json + ": " + AtomicFile.reason(e) + ".", e);
        }
    }

    private ParameterException bad(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }
}
