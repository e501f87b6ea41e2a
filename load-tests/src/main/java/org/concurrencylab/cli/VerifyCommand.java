package org.concurrencylab.cli;

import java.io.PrintWriter;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.concurrencylab.contract.ContractTarget;
import org.concurrencylab.verify.ContractPreflight;
import org.concurrencylab.verify.ContractReport;
import org.concurrencylab.verify.ContractRunner;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code lab verify}: the contract suite against anything that claims to speak the API. Exit code 1 if one fails. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "Run the contract suite against services that already answer.",
        footer = {"", "The suite makes its own books and removes them; other books may be there."})
public final class VerifyCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "URL",
            converter = HttpUrl.class,
            description = "Base URL of a service, such as http://localhost:8081")
    private List<URI> services;

    @Option(
            names = "--sellers",
            paramLabel = "URL",
            converter = HttpUrl.class,
            description = "The sellers stub that the services call; it is made to fail and healed again."
                    + " Without it those checks are skipped.")
    private URI sellers;

    @Spec
    private CommandSpec spec;

    private final Predicate<String> topics;

    /** The whole suite. */
    public VerifyCommand() {
        this(topic -> true);
    }

    /** Some topics of it, by the simple name of their interface. */
    VerifyCommand(Predicate<String> topics) {
        this.topics = topics;
    }

    @Override
    public Integer call() {
        Optional<URI> failing = Optional.ofNullable(sellers);
        Optional<String> objection = failing.flatMap(ContractPreflight::objectionToSellers);
        if (objection.isPresent()) {
            spec.commandLine().getErr().println(objection.get());
            return 1;
        }
        boolean passed = true;
        List<URI> answering = new ArrayList<>();
        for (URI service : services) {
            Optional<String> none = ContractPreflight.objection(service);
            none.ifPresent(spec.commandLine().getErr()::println);
            if (none.isEmpty()) {
                answering.add(service);
                passed &= verify(new ContractTarget(service, failing));
            }
        }
        boolean same = sameDocuments(answering);
        return passed && same && answering.size() == services.size() ? 0 : 1;
    }

    private boolean verify(ContractTarget target) {
        ContractReport report = ContractRunner.run(target, topics);
        print(report);
        return report.passed();
    }

    private void print(ContractReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s  %d checks, %d failed, %d skipped (%.1f s)%n",
                report.service(),
                report.checks(),
                report.failed().size(),
                report.skipped().size(),
                report.took().toMillis() / 1000.0);
        report.failed().forEach(failure -> out.println("  failed   " + failure.check() + ": " + failure.message()));
        report.skipped().stream()
                .collect(Collectors.groupingBy(ContractReport.Finding::message, Collectors.counting()))
                .forEach((reason, count) -> out.println("  skipped  " + count + ": " + reason));
        out.flush();
    }

    private boolean sameDocuments(List<URI> answering) {
        List<String> differences = ContractPreflight.differingDocuments(answering);
        differences.forEach(difference -> spec.commandLine().getOut().println("  failed   " + difference));
        return differences.isEmpty();
    }

    /** Reads an absolute http or https URL. Throws what picocli answers with exit code 2. */
    static final class HttpUrl implements ITypeConverter<URI> {

        @Override
        public URI convert(String text) {
            try {
                URI url = new URI(text);
                boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
                if (http && url.getHost() != null && url.getRawQuery() == null && url.getRawFragment() == null) {
                    return url;
                }
            } catch (URISyntaxException e) {
                // The same sentence as for a URL of another kind.
            }
            throw new TypeConversionException("'" + text + "' is no base URL such as http://localhost:8081");
        }
    }
}
