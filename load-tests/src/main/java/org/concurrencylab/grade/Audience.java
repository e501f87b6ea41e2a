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
    /** By then a service has noticed who has gone. */
    private static final Duration MOST = Duration.ofSeconds(10);

    private static final Duration PAUSE = Duration.ofMillis(50);

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
            while (audience.size() < wanted && Await.until(() -> audience.admits(service, path), MOST, PAUSE)) {
                // The next one.
            }
            return audience;
        } catch (LabFailure e) {
            audience.close();
            throw e;
        }
    }

    private boolean admits(URI service, String path) {
        EventStream stream = EventStream.open(service, path);
        if (stream.status() == Shop.OK) {
            streams.add(stream);
            return true;
        }
        stream.close();
        if (stream.status() != REFUSED) {
            throw new LabFailure("GET %s is answered with status %d.".formatted(path, stream.status()));
        }
        return false;
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
