package org.concurrencylab.grade;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.concurrencylab.environment.Database;
import org.concurrencylab.environment.Run;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void keepsTheBooksWithTheLowestNumbers() {
        try (Run run = Run.begin()) {
            Catalogue catalogue = new Catalogue(Database.start(run));
            long added = catalogue.add(List.of("Free"), 0).getFirst();

            catalogue.keep(7);

            assertThat(catalogue.count()).isEqualTo(7);
            assertThat(catalogue.cheapest(10))
                    .containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L)
                    .doesNotContain(added);
        }
    }
}
