package org.concurrencylab.compare;

import java.io.IOException;
import java.util.List;
import org.concurrencylab.environment.CpuSets;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.live.Browser;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.live.LiveServer;

/** Shows a run on the live page besides telling it elsewhere. */
public final class LiveProgress implements Progress {

    private static final String LABEL = "live";

    private final Progress next;
    private final LiveServer server;

    private LiveProgress(Progress next, LiveServer server) {
        this.next = next;
        this.server = server;
    }

    /**
     * Serves the page from now on and says where. Where it cannot be served, the run goes on without it.
     *
     * @param next also told everything, and closed with this one
     * @param contenders names of those who are compared, the reference first
     * @param seconds expected length of the run, in seconds
     */
    public static Progress around(Progress next, List<String> contenders, double seconds) {
        try {
            LiveServer server = LiveServer.start(contenders, seconds);
            next.say(LABEL, server.url().toString());
            return new LiveProgress(next, server);
        } catch (IOException e) {
            next.say(LABEL, "The live page cannot be served: " + e.getMessage() + ".");
            return next;
        }
    }

    /** The same, and opens it in a browser, which is kept off the service's CPUs if it was not running before. */
    public static Progress opened(Progress next, List<String> contenders, double seconds) {
        Progress progress = around(next, contenders, seconds);
        CpuSets cpus = CpuSets.ofThisMachine();
        List<String> prefix = cpus.arePinned() ? List.of("taskset", "-c", cpus.othersLabel()) : List.of();
        if (progress instanceof LiveProgress live
                && !Browser.ofThisMachine(prefix).open(live.server.url())) {
            next.say(LABEL, "No browser could be opened here; open the page yourself.");
        }
        return progress;
    }

    @Override
    public void say(String label, String text) {
        next.say(label, text);
    }

    @Override
    public void begin(String what, double seconds) {
        next.begin(what, seconds);
        server.tell(new LiveEvent.Step(what, seconds));
    }

    @Override
    public void update(double completedPerSecond, long errors) {
        next.update(completedPerSecond, errors);
    }

    @Override
    public void sample(SliceEvent.Progress event) {
        next.sample(event);
        server.tell(new LiveEvent.Sampled(event));
    }

    @Override
    public void tell(LiveEvent event) {
        next.tell(event);
        server.tell(event);
    }

    @Override
    public void close() {
        next.close();
        server.close();
    }
}
