package org.concurrencylab.grade;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.concurrencylab.contract.ContractTarget;
import org.concurrencylab.environment.ContenderSpec;
import org.concurrencylab.environment.LabStack;
import org.concurrencylab.environment.SellersProcess;
import org.concurrencylab.environment.ServiceProcess;
import org.concurrencylab.experiments.PlainClient;
import org.concurrencylab.verify.ContractReport;
import org.concurrencylab.verify.ContractRunner;

/** Looks that several graders take. */
final class Looks {

    /** What the suite asks of books and orders when they are asked for one at a time. */
    private static final Set<String> BOOKS_AND_ORDERS = Set.of(
            "ReadingContract",
            "PagingContract",
            "WritingContract",
            "PreconditionContract",
            "OrderContract",
            "BadInputContract");

    /** The suite walks through all of them again and again; so many make several of the largest pages. */
    private static final int ENOUGH_TO_WALK = 350;

    /** Every way in which the services reach the database, on every kind of thread but one. */
    static final List<ContenderSpec> BOTH_STORES = List.of(
            ContenderSpec.THREADS,
            ContenderSpec.VIRTUAL,
            ContenderSpec.REACTIVE,
            ContenderSpec.THREADS.withDriver(),
            ContenderSpec.REACTIVE.withDriver());

    private static final String BOOKS = "/src/main/java/org/concurrencylab/books/";
    private static final String CONTRACT_HINT =
            "./lab up, then ./lab verify with the service's URL runs the same checks; the check's name is a method in api-contract/src/test.";

    private Looks() {}

    /** The same look at several contenders, one mark for each. */
    static List<Mark> each(
            List<ServiceProcess> contenders, String aspect, int of, Function<ServiceProcess, Optional<Lack>> look) {
        return contenders.stream()
                .map(service -> mark(service, aspect, of, look))
                .toList();
    }

    /** The same look at all of them at once, where each mostly waits and none disturbs another. */
    static List<Mark> sideBySide(
            List<ServiceProcess> contenders, String aspect, int of, Function<ServiceProcess, Optional<Lack>> look) {
        try (Crowd crowd = new Crowd()) {
            return Crowd.answers(contenders.stream()
                    .map(service -> crowd.send(() -> mark(service, aspect, of, look)))
                    .toList());
        }
    }

    private static Mark mark(
            ServiceProcess service, String aspect, int of, Function<ServiceProcess, Optional<Lack>> look) {
        String hint = "See what the service answers: ./lab up starts it.";
        return Mark.of(service.contender().name() + ": " + aspect, of, hint, () -> look.apply(service));
    }

    /**
     * The topics of books and orders. Most of the books are gone afterwards.
     *
     * @param file that the student writes, as its class is named
     */
    static Optional<Lack> booksAndOrders(LabStack stack, ServiceProcess service, String file) {
        new Catalogue(stack.database()).keep(ENOUGH_TO_WALK);
        return contract(stack, service, BOOKS_AND_ORDERS, file);
    }

    /**
     * Topics of the contract suite; a check that cannot be made counts as failed.
     *
     * @param stack whose sellers the suite may make fail
     * @param topics by the simple names of the suite's interfaces
     * @param file that the student writes, as its class is named
     */
    static Optional<Lack> contract(LabStack stack, ServiceProcess service, Set<String> topics, String file) {
        ContractTarget target =
                new ContractTarget(service.url(), Optional.of(stack.sellers().url()));
        ContractReport report = ContractRunner.run(target, topics::contains);
        List<ContractReport.Finding> missed = report.failed().isEmpty() ? report.skipped() : report.failed();
        if (missed.isEmpty() && report.passed()) {
            return Optional.empty();
        }
        String first = missed.isEmpty()
                ? "no check was made"
                : missed.getFirst().check() + ": " + missed.getFirst().message();
        return Optional.of(new Lack(
                "%s does not keep the contract; %d of %d checks are missing, first %s"
                        .formatted(service.contender().name(), missed.size(), report.checks(), first),
                CONTRACT_HINT,
                source(service, file)));
    }

    /** Where the class stands by which this contender reaches the database. */
    static String store(ServiceProcess service) {
        boolean driver = service.contender().name().endsWith("-driver");
        return source(service, driver ? "DriverBookStore" : "HibernateBookStore");
    }

    /** Offers that the sellers hold now. */
    static int held(PlainClient client, SellersProcess sellers) {
        return count(client, sellers, "inFlight");
    }

    /** The most that they have held at once since they were told how to behave. */
    static int mostHeld(PlainClient client, SellersProcess sellers) {
        return count(client, sellers, "peakInFlight");
    }

    /** Offers that they have answered since they started. */
    static int answered(PlainClient client, SellersProcess sellers) {
        return count(client, sellers, "answered");
    }

    private static int count(PlainClient client, SellersProcess sellers, String name) {
        return client.get(sellers.url(), "/stats").json().path(name).asInt();
    }

    /** Where a class of the books' package stands that this contender runs, relative to the submission. */
    static String source(ServiceProcess service, String className) {
        boolean reactive = service.contender().name().startsWith(ContenderSpec.REACTIVE.name());
        return (reactive ? "reactive-service" : "blocking-service") + BOOKS + className + ".java";
    }
}
