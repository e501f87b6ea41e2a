package org.concurrencylab.chaos;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.concurrencylab.api.SellerBehaviour;
import org.concurrencylab.environment.LabFailure;
import org.concurrencylab.experiments.PlainClient;

/** More requests wait for slow sellers than there are worker threads, so that the others queue for one. */
record WorkersBusy() implements Fault {

    /** Three times the 200 workers. */
    private static final int OFFERS = 600;

    private static final int SLOW_MILLIS = 1_500;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LASTS = Duration.ofSeconds(3);

    @Override
    public String name() {
        return "workers-busy";
    }

    @Override
    public String does() {
        return "600 offers at once wait for sellers that take 1.5 s, three for each of the 200 workers";
    }

    @Override
    public long strike(Scene scene) throws InterruptedException {
        scene.sellers().behave(SellerBehaviour.delayedBy(SLOW_MILLIS));
        try (PlainClient client = new PlainClient(PATIENCE);
                ExecutorService crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 1; i <= OFFERS; i++) {
                String offer = "/books/" + i + "/offer";
                crowd.execute(() -> ask(client, scene, offer));
            }
            Scene.last(LASTS);
            scene.sellers().behave(SellerBehaviour.PROMPT);
            return System.nanoTime();
        } finally {
            scene.sellers().behave(SellerBehaviour.PROMPT);
        }
    }

    private static void ask(PlainClient client, Scene scene, String offer) {
        try {
            client.get(scene.url(), offer);
        } catch (LabFailure unanswered) {
            // These are the fault; whether customers are answered is counted by them.
        }
    }
}
