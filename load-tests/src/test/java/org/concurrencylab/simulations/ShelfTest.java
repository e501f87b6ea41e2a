package org.concurrencylab.simulations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ShelfTest {
    private static final int TO_UPDATE = 5_000;

    private final SplittableRandom random = new SplittableRandom(1);
    private final Shelf fresh = started(Shelf.fresh(1));

    @Test
    void givesABookToOneUpdateAtATime() {
        Set<Long> given = new HashSet<>();

        for (int i = 0; i < TO_UPDATE; i++) {
            assertThat(given.add(update(fresh).book().id())).isTrue();
        }

        assertThat(fresh.prepare(Operation.UPDATE, random).operation())
                .as("when every book is taken")
                .isEqualTo(Operation.CREATE);
    }

    @Test
    void updatesAndOrdersDifferentBooks() {
        for (int i = 0; i < TO_UPDATE; i++) {
            assertThat(update(fresh).book().id()).isGreaterThan(TO_UPDATE);
            assertThat(fresh.prepare(Operation.ORDER, random).book().id()).isLessThanOrEqualTo(TO_UPDATE);
        }
    }

    @Test
    void remembersTheVersionThatAnUpdateGave() {
        Call update = update(fresh);
        assertThat(update.version()).isZero();

        answer(update, 200, "\"1\"");
        fresh.settle(update);

        assertThat(nextUpdateOf(update.book().id()).version()).isEqualTo(1);
    }

    @Test
    void forgetsTheVersionAfterAConflictAndAfterSilence() {
        Call refused = update(fresh);
        answer(refused, 412, null);
        fresh.settle(refused);
        Call unanswered = update(fresh);
        unanswered.sending();
        unanswered.ended();
        fresh.settle(unanswered);

        assertThat(nextUpdateOf(refused.book().id()).book().versionKnown()).isFalse();
        assertThat(nextUpdateOf(unanswered.book().id()).book().versionKnown()).isFalse();
    }

    @Test
    void takesAConflictForAnErrorOnlyInTheSliceThatLearntTheVersion() {
        Call first = update(fresh);
        answer(first, 412, null);
        assertThat(first.good()).isFalse();

        fresh.beginSlice();
        Call later = update(fresh);
        answer(later, 412, null);
        assertThat(later.good()).isTrue();
    }

    @Test
    void looksUpVersionsOfAnUnknownDatabase() {
        assertThat(update(started(Shelf.unknown(1))).book().versionKnown()).isFalse();
    }

    @Test
    void deletesOnlyWhatItCreated() {
        assertThat(fresh.prepare(Operation.DELETE, random).operation()).isEqualTo(Operation.CREATE);
        Call create = fresh.prepare(Operation.CREATE, random);
        create.learnLocation("/books/10001");
        answer(create, 201, "\"0\"");
        fresh.settle(create);

        Call delete = fresh.prepare(Operation.DELETE, random);

        assertThat(delete.path()).isEqualTo("/books/10001");
        assertThat(delete.version()).isZero();
        assertThat(fresh.prepare(Operation.DELETE, random).operation()).isEqualTo(Operation.CREATE);
    }

    @Test
    void retriesATakenIsbnOnceWithAnother() {
        Call create = fresh.prepare(Operation.CREATE, random);
        String taken = create.isbn();
        answer(create, 409, null);
        assertThat(create.conflicts()).isTrue();

        create.retryWith(fresh.otherIsbn());
        answer(create, 409, null);

        assertThat(create.isbn()).isNotEqualTo(taken);
        assertThat(create.conflicts()).isFalse();
        assertThat(create.good()).isFalse();
    }

    @Test
    void walksFromPageToPage() {
        Call first = fresh.prepare(Operation.PAGE, random);
        assertThat(first.path()).isEqualTo("/books?limit=20");
        first.learnNextPage(Bodies.nextToken("{\"items\":[],\"next\":\"abc\"}"));
        answer(first, 200, null);
        fresh.settle(first);

        Set<String> paths = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            paths.add(fresh.prepare(Operation.PAGE, random).path());
        }

        assertThat(paths).containsExactlyInAnyOrder("/books?limit=20", "/books?limit=20&after=abc");
        assertThat(Optional.ofNullable(Bodies.nextToken("{\"items\":[],\"next\":null}")))
                .isEmpty();
    }

    @Test
    void callsAnAnswerWithoutItsPromisedHeadersMalformed() {
        Call update = update(fresh);

        answer(update, 200, null);

        assertThat(update.good()).isFalse();
        assertThat(update.result(1)).isEqualTo(Call.MALFORMED);
    }

    private static Shelf started(Shelf shelf) {
        shelf.beginSlice();
        return shelf;
    }

    private Call update(Shelf shelf) {
        return shelf.prepare(Operation.UPDATE, random);
    }

    private Call nextUpdateOf(long id) {
        Call update = update(fresh);
        while (update.book().id() != id) {
            update = update(fresh);
        }
        return update;
    }

    private static void answer(Call call, int status, String etag) {
        call.sending();
        call.answered(status);
        call.learnVersion(etag);
        call.ended();
    }
}
