package org.concurrencylab.simulations;

import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.global;
import static io.gatling.javaapi.core.CoreDsl.rampUsersPerSec;

import io.gatling.javaapi.core.Simulation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A mix at a constant rate of new users, for {@code gatling:test} and Gatling's own report. The build fails if any
 * answer was not the one of a correct service.
 */
abstract class ByHand extends Simulation {
    private static final Duration RAMP = Duration.ofSeconds(1);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    ByHand(Mix mix) {
        Settings settings = settingsOrExit();
        Shelf shelf = Shelf.unknown(System.nanoTime());
        BookClient client = new BookClient(everyUser(mix, shelf), shelf, REQUEST_TIMEOUT);
        setUp(client.users(getClass().getSimpleName())
                        .injectOpen(
                                rampUsersPerSec(settings.rate() / 10)
                                        .to(settings.rate())
                                        .during(RAMP),
                                constantUsersPerSec(settings.rate()).during(settings.duration())))
                .protocols(client.protocol(List.of(settings.baseUrl())))
                .assertions(global().failedRequests().count().is(0L));
    }

    private static Settings settingsOrExit() {
        try {
            Settings settings = Settings.of(System.getProperties());
            BaseUrl.requireListening(settings.baseUrl());
            return settings;
        } catch (IllegalArgumentException e) {
            // Gatling would print the stack trace of its own reflection.
            System.err.println(e.getMessage());
            System.exit(2);
            throw e;
        }
    }

    private static Traffic everyUser(Mix mix, Shelf shelf) {
        return new Traffic() {
            @Override
            public Optional<Call> begin(long userId) {
                ThreadLocalRandom random = ThreadLocalRandom.current();
                return Optional.of(shelf.prepare(mix.draw(random), random));
            }

            @Override
            public void ended(long userId, Call call) {
                // Gatling's own report records the answers.
            }
        };
    }
}
