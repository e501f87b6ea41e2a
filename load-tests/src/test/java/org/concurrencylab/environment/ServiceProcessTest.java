package org.concurrencylab.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceProcessTest {

    @TempDir
    private Path base;

    private Run run;

    @BeforeEach
    void begin() {
        run = Run.begin(base, base.resolve("logs"), false);
    }

    @AfterEach
    void end() {
        run.close();
    }

    @Test
    void isReadyWhenItHasAnsweredAndGoesWithTheRun() {
        ServiceProcess service = start(List.of("-Xmx32m"), StandInService.class.getName(), Ports.free());

        assertThat(service.firstAnswerSeconds()).isPositive();
        run.close();

        assertThat(ProcessHandle.of(service.pid())).isEmpty();
        assertThat(Ports.isFree(service.url().getPort())).isTrue();
    }

    @Test
    void namesTheTakenPort() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> start(List.of(), StandInService.class.getName(), taken.getLocalPort()))
                    .isInstanceOf(LabFailure.class)
                    .hasMessage("Port " + taken.getLocalPort()
                            + ", needed by the contender threads, is taken by another program.");
        }
    }

    @Test
    void namesAHeapThatTheMachineCannotGive() {
        assertThatThrownBy(
                        () -> start(List.of("-Xms60000g", "-Xmx60000g"), StandInService.class.getName(), Ports.free()))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("ended while it started")
                .hasMessageMatching(".*(enough space|insufficient memory).*")
                .hasMessageContaining("threads.log");
    }

    @Test
    void quotesTheErrorOfAServiceThatCrashes() {
        assertThatThrownBy(() -> start(List.of(), "no.such.Main", Ports.free()))
                .isInstanceOf(LabFailure.class)
                .hasMessageContaining("no.such.Main")
                .hasMessageContaining("threads.log");
    }

    @ParameterizedTest
    @CsvSource({
        "threads, lab.persistence, jpa, hibernate or driver",
        "reactive, lab.persistence, jpa, hibernate or driver",
        "threads, lab.wrong.forecast, loop, offloaded or on-loop",
        "reactive, lab.wrong.forecast, loop, offloaded or on-loop",
        "threads, lab.forecasts-at-once, 0, at least 1",
        "threads, lab.requests-under-way, 0, at least 1",
        "reactive, lab.forecasts-at-once, 0, at least 1"
    })
    void quotesTheOneSentenceOfAServiceThatKnowsNoSuchValue(String name, String setting, String value, String known) {
        ContenderSpec contender = ContenderSpec.named(name);
        Path jar = LabHome.find().resolve(contender.application()).resolve("quarkus-run.jar");
        int port = Ports.free();
        int noDatabase = Ports.free();
        Map<String, String> settings = Map.of(
                "quarkus.http.port",
                String.valueOf(port),
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + noDatabase + "/none",
                "quarkus.datasource.reactive.url",
                "postgresql://127.0.0.1:" + noDatabase + "/none",
                setting,
                value);

        assertThatThrownBy(() -> ServiceProcess.start(
                        run, contender, List.of("-jar", jar.toString()), settings, Jvm.serviceFlags(1), port))
                .isInstanceOf(LabFailure.class)
                .hasMessageStartingWith("The contender " + name + " ended while it started: Cannot start with "
                        + setting + "=" + value + "; it must be " + known + ". (log: ");
    }

    private ServiceProcess start(List<String> flags, String main, int port) {
        return ServiceProcess.start(
                run,
                ContenderSpec.THREADS,
                List.of("-cp", Jvm.classPath(), main),
                Map.of("quarkus.http.port", String.valueOf(port)),
                flags,
                port);
    }
}
