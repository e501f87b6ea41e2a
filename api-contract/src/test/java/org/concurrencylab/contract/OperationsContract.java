package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.concurrencylab.api.ProblemType;
import org.concurrencylab.api.RuntimeFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What operators and tools ask a service: facts and its own description. */
interface OperationsContract extends ContractChecks {

    @Test
    default void tellsWhatItRunsOn() {
        RuntimeFacts facts = api().get("/runtime").hasStatus(200).as(RuntimeFacts.class);
        assertThat(facts.contender()).isNotBlank();
        assertThat(facts.java()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/q/health", "/q/health/live", "/q/health/ready", "/q/metrics"})
    default void tellsWhoCallsTheApiNothingOfHealthAndMetrics(String path) {
        api().get(path).isProblem(ProblemType.NOT_FOUND);
    }

    @Test
    default void describesItself() {
        Reply served = api().get("/q/openapi").hasStatus(200);

        assertThat(served.mediaType()).isEqualTo("application/yaml");
        assertThat(served.body()).isEqualTo(OpenApiDocument.text());
    }

    @Test
    default void showsItsDescriptionInABrowser() {
        Reply page = api().get("/q/swagger-ui");
        if (page.status() == 302) {
            page = api().get("/q/swagger-ui/");
        }
        assertThat(page.hasStatus(200).mediaType()).isEqualTo("text/html");
    }
}
