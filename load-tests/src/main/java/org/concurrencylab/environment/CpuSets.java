package org.concurrencylab.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which CPUs the service under test has to itself and which are for PostgreSQL, sellers and generator. Of the n CPUs
 * that this program may use, the service gets the first half, at most four; the others get the rest. On Linux with
 * taskset and two CPUs or more processes are pinned to them; elsewhere nothing is, and both are "unpinned".
 *
 * @param service CPU numbers of the service under test; empty when unpinned
 * @param others CPU numbers of all others; empty when unpinned
 * @param serviceCpus how many CPUs the service is told it has, pinned or not
 */
public record CpuSets(List<Integer> service, List<Integer> others, int serviceCpus) {

    private static final int MOST_FOR_SERVICE = 4;
    private static final int PINNING_ROUNDS = 3;
    private static final String UNPINNED = "unpinned";

    /** The split of this machine. */
    public static CpuSets ofThisMachine() {
        List<Integer> allowed = ProcFiles.read("self/status")
                .flatMap(status -> ProcFiles.field(status, "Cpus_allowed_list"))
                .map(CpuSets::parse)
                .orElse(List.of());
        return hasTaskset() ? split(allowed) : unpinned();
    }

    /** The split of these CPUs; unpinned when there are fewer than two. */
    static CpuSets split(List<Integer> cpus) {
        if (cpus.size() < 2) {
            return unpinned();
        }
        int count = Math.min(cpus.size() / 2, MOST_FOR_SERVICE);
        return new CpuSets(List.copyOf(cpus.subList(0, count)), List.copyOf(cpus.subList(count, cpus.size())), count);
    }

    /** No pinning: the service is only told to use half of the CPUs. */
    public static CpuSets unpinned() {
        int processors = Runtime.getRuntime().availableProcessors();
        return new CpuSets(List.of(), List.of(), Math.clamp(processors / 2, 1, MOST_FOR_SERVICE));
    }

    /** Whether this machine can pin a process. */
    public static boolean hasTaskset() {
        return LinuxPrograms.have("taskset");
    }

    /** Whether processes are pinned. */
    public boolean arePinned() {
        return !service.isEmpty();
    }

    /** How many CPUs there are for all. */
    public int allCpus() {
        return arePinned()
                ? service.size() + others.size()
                : Runtime.getRuntime().availableProcessors();
    }

    /** For reports, e.g. "0" or "unpinned". */
    public String serviceLabel() {
        return label(service);
    }

    /** For reports, e.g. "1" or "unpinned". */
    public String othersLabel() {
        return label(others);
    }

    private static String label(List<Integer> cpus) {
        return cpus.isEmpty() ? UNPINNED : cpus.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    /** Pins these processes, all their threads, to the CPUs of the service. Does nothing when unpinned. */
    public void pinService(List<Long> pids) {
        pids.forEach(pid -> pin(pid, service));
    }

    /**
     * Pins these processes, all their threads, to the CPUs of the others. Does nothing when unpinned. A PostgreSQL
     * backend that is forked later inherits it from the postmaster; those that exist have to be named
     * ({@link Database#pids()}).
     */
    public void pinOthers(List<Long> pids) {
        pids.forEach(pid -> pin(pid, others));
    }

    /** Lets these processes run on all CPUs of both sets, as for the warm-up. Does nothing when unpinned. */
    public void release(List<Long> pids) {
        List<Integer> all = Stream.concat(service.stream(), others.stream()).toList();
        pids.forEach(pid -> pin(pid, all));
    }

    /**
     * Pins one process and all its threads.
     *
     * @throws LabFailure when a living process cannot be pinned
     */
    static void pin(long pid, List<Integer> cpus) {
        if (cpus.isEmpty()) {
            return;
        }
        // A thread that is started while taskset walks the list of threads can escape it; its heirs would too.
        for (int round = 0; round < PINNING_ROUNDS; round++) {
            LinuxPrograms.run("taskset", "-a", "-c", "-p", label(cpus), String.valueOf(pid));
            if (cpusOfThreads(pid).allMatch(cpus::equals)) {
                return;
            }
        }
        if (ProcessHandle.of(pid).isPresent()) {
            throw new LabFailure("Process " + pid + " cannot be pinned to CPU " + label(cpus) + ".");
        }
    }

    /** The CPUs that each thread of a process may use. */
    static Stream<List<Integer>> cpusOfThreads(long pid) {
        return ProcFiles.numbersIn(pid + "/task").stream()
                .flatMap(task -> ProcFiles.read(pid + "/task/" + task + "/status").stream())
                .flatMap(status -> ProcFiles.field(status, "Cpus_allowed_list").stream())
                .map(CpuSets::parse);
    }

    /** The kernel's notation, e.g. "0-3,8". */
    static List<Integer> parse(String list) {
        List<Integer> cpus = new ArrayList<>();
        for (String range : list.strip().split(",")) {
            String[] ends = range.split("-");
            IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
                    .forEach(cpus::add);
        }
        return cpus;
    }
}
