package org.concurrencylab.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.concurrencylab.environment.Jcmd;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.environment.ServiceProcess;

/**
 * Where the operating system's threads of a service stand. Virtual threads hold none while they wait, so theirs are not
 * among them.
 *
 * @param stacks of each thread that is within our own code, the classes of its frames, the innermost first
 */
record ThreadDump(List<List<String>> stacks) {

    /** Generated classes have no source file to name. */
    private static final Pattern FRAME =
            Pattern.compile("\\s+at (?:\\S*/)?org\\.concurrencylab\\.books\\.\\S+\\((\\w+)\\.java:\\d+\\)");

    private static final String RESOURCE = "BookResource";

    /** Asks the JVM of a service, as jstack does. */
    static ThreadDump of(ServiceProcess service) {
        return Jcmd.ask(service.pid(), "Thread.print")
                .map(ThreadDump::read)
                .orElseThrow(() -> new LabFailure("jcmd, which comes with a JDK, cannot look at the threads of "
                        + service.contender().name() + "."));
    }

    /** Threads are separated by blank lines. */
    static ThreadDump read(String dump) {
        List<List<String>> stacks = new ArrayList<>();
        for (String thread : dump.split("\\R\\s*\\R")) {
            List<String> frames = thread.lines()
                    .map(FRAME::matcher)
                    .filter(Matcher::matches)
                    .map(match -> match.group(1))
                    .toList();
            if (!frames.isEmpty()) {
                stacks.add(frames);
            }
        }
        return new ThreadDump(List.copyOf(stacks));
    }

    /** The class of ours in which a thread that serves a request stands; empty when none does. */
    Optional<String> waitsIn() {
        return serving().map(List::getFirst).findFirst();
    }

    /** Threads that serve a request, not those that do a part of it for them. */
    long waiting() {
        return serving().count();
    }

    private Stream<List<String>> serving() {
        return stacks.stream().filter(stack -> stack.getLast().equals(RESOURCE));
    }
}
