package org.concurrencylab.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.concurrencylab.generator.SliceEvent;
import org.concurrencylab.live.LiveEvent;
import org.concurrencylab.live.LiveEvent.Target;
import org.concurrencylab.live.Phase;
import org.junit.jupiter.api.Test;

class LiveProgressTest {

    private final RecordedProgress next = new RecordedProgress();

    @Test
    void saysWhereThePageIsAndPassesEverythingOn() throws Exception {
        try (Progress progress = LiveProgress.around(next, List.of("threads"), 10)) {
            progress.begin("warm-up", 3);
            progress.tell(new LiveEvent.Entered(Phase.WARM_UP));
            progress.tell(new LiveEvent.SliceBegan(Target.warmUp(400, 1)));
            progress.sample(new SliceEvent.Progress(0.5, 400, 0, 1, null, null));
            progress.say("contract", "agreed");

            assertThat(next.steps()).containsExactly("warm-up");
            assertThat(next.said()).hasSize(2).last().isEqualTo("contract: agreed");
            assertThat(next.said().getFirst()).startsWith("live: http://127.0.0.1:");
            assertThat(status(next.said().getFirst().substring("live: ".length())))
                    .isEqualTo(200);
        }
    }

    private static int status(String url) throws Exception {
        HttpURLConnection page = (HttpURLConnection) URI.create(url).toURL().openConnection();
        try {
            return page.getResponseCode();
        } finally {
            page.disconnect();
        }
    }
}
