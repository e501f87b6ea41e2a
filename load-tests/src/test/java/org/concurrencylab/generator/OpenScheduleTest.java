package org.concurrencylab.generator;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.concurrencylab.simulations.BookClient;
import org.concurrencylab.simulations.Mix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import scala.collection.Iterator;
import scala.concurrent.duration.FiniteDuration;

class OpenScheduleTest {
    private static final int FIRST = BookClient.OPENING_USERS + 1;

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 1, 7.3, 100, 333.3, 999, 1_000, 2_500, 5_000.5, 24_001})
    void knowsWhenGatlingStartsEachUser(double rate) {
        OpenSchedule schedule = schedule(rate, 1, 1, 3);
        long opening = schedule.offsetMillis(FIRST);
        List<Long> ours = new ArrayList<>();

        List<Long> gatlings = gatlingsMillis(rate, 5);

        for (int i = 0; i < gatlings.size(); i++) {
            ours.add(schedule.offsetMillis(FIRST + i) - opening);
        }
        assertThat(ours).isEqualTo(gatlings);
    }

    @Test
    void sendsNothingButTheMeasuredRequestsWithoutRampAndSettling() {
        OpenSchedule schedule = schedule(100, 0, 0, 0.5);

        assertThat(users(100).filter(schedule::sends)).hasSize(50);
        assertThat(users(100).filter(schedule::measures)).hasSize(50);
    }

    @Test
    void rampsLinearly() {
        OpenSchedule schedule = schedule(1_000, 2, 0, 1);

        long[] perHalfSecond = new long[4];
        users(2_000)
                .filter(schedule::sends)
                .forEach(user ->
                        perHalfSecond[(int) (schedule.offsetMillis(user) - schedule.offsetMillis(FIRST)) / 500]++);

        assertThat(perHalfSecond).containsExactly(62, 188, 312, 438);
    }

    @Test
    void measuresOnlyAfterRampAndSettling() {
        OpenSchedule schedule = schedule(100, 1, 0.5, 2);

        List<Long> measured = users(400).filter(schedule::measures).boxed().toList();

        assertThat(measured).hasSize(200);
        assertThat(schedule.offsetMillis(measured.getFirst()) * 1_000_000L).isEqualTo(schedule.fromNanos());
        assertThat(schedule.offsetMillis(measured.getLast()) * 1_000_000L).isLessThan(schedule.toNanos());
    }

    @Test
    void neitherRampsNorMeasuresTheUsersThatOpenConnections() {
        OpenSchedule schedule = schedule(100, 1, 0, 1);

        for (long user = 1; user < FIRST; user++) {
            assertThat(schedule.sends(user)).isTrue();
            assertThat(schedule.measures(user)).isFalse();
            assertThat(schedule.offsetMillis(user)).isZero();
        }
    }

    private static LongStream users(int count) {
        return LongStream.range(FIRST, FIRST + count);
    }

    private static OpenSchedule schedule(double rate, double ramp, double settle, double measured) {
        return new OpenSchedule(
                new SliceRequest("http://127.0.0.1:1", Mix.CRUD, rate, ramp, settle, measured, 1, true, 1));
    }

    private static List<Long> gatlingsMillis(double rate, int seconds) {
        Iterator<FiniteDuration> users = constantUsersPerSec(rate)
                .during(Duration.ofSeconds(seconds))
                .asScala()
                .chain(scala.collection.Iterator$.MODULE$.empty());
        List<Long> millis = new ArrayList<>();
        while (users.hasNext()) {
            millis.add(users.next().toMillis());
        }
        return millis;
    }
}
