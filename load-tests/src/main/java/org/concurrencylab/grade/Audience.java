package org.concurrencylab.grade;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.concurrencylab.environment.Await;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.Shop;

/**
 * Clients that listen at once.
 *
 * @param streams that have begun
 */
record Audience(List<EventStream> streams) implements AutoCloseable {

    private static final int REFUSED = 503;
    /** By then a service has noticed who has gone, and lets others in. */
    private static final Duration MOST = Duration.ofSeconds(10);

    /**
     * Lets clients come, one after another, and come again when they are refused.
     *
     * @param wanted how many there should be
     * @return as many as could listen before time was up
     * @throws LabFailure when one is neither let in nor refused
     */
    static Audience fill(URI service, String path, int wanted) {
        Audience audience = new Audience(new ArrayList<>());
        try {
            Await.until(() -> audience.admit(service, path) == wanted, MOST);
            return audience;
        } catch (LabFailure e) {
            audience.close();
            throw e;
        }
    }

    /** Lets another one come, unless it is refused; how many there are now. */
    private int admit(URI service, String path) {
        EventStream stream = EventStream.open(service, path);
        if (stream.status() == Shop.OK) {
            streams.add(stream);
            return streams.size();
        }
        stream.close();
        if (stream.status() != REFUSED) {
            throw new LabFailure("GET %s is answered with status %d.".formatted(path, stream.status()));
        }
        return streams.size();
    }

    /** How many there are. */
    int size() {
        return streams.size();
    }

    @Override
    public void close() {
        streams.forEach(EventStream::close);
    }
}
