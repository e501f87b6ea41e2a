package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.concurrencylab.api.Book;
import org.concurrencylab.api.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /books}, {@code PUT} and {@code DELETE /books/{id}}, when the precondition holds. */
interface WritingContract extends ContractChecks {

    @Test
    default void createsABookAtItsLocation() {
        BookJson input = BookJson.fresh();

        Reply reply = api().post(Api.BOOKS, input.text()).hasStatus(201);

        Book book = reply.book();
        assertThat(book)
                .isEqualTo(new Book(book.id(), input.value("isbn"), "Contract check", "Anonymous", 1234, 100, 0));
        assertThat(reply.header("Location")).endsWith("/books/" + book.id());
        assertThat(reply.etag()).isEqualTo("\"0\"");
        assertThat(api().read(book)).isEqualTo(book);
    }

    @Test
    default void acceptsTheLargestAndTheSmallestValues() {
        Book largest = api().post(
                        Api.BOOKS,
                        BookJson.fresh()
                                .with("title", "t".repeat(200))
                                .with("author", "é".repeat(200))
                                .with("priceCents", 100_000_000)
                                .with("stock", 10_000_000)
                                .text())
                .hasStatus(201)
                .book();
        Book smallest = api().post(
                        Api.BOOKS,
                        BookJson.fresh()
                                .with("title", "t")
                                .with("author", "a")
                                .with("priceCents", 0)
                                .with("stock", 0)
                                .text())
                .hasStatus(201)
                .book();

        assertThat(api().read(largest)).isEqualTo(largest);
        assertThat(api().read(smallest)).isEqualTo(smallest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Смерть Ивана Ильича", "紅楼夢", "😀 and other planes 𝔸", "e\u0301 combining",
                "<script>alert(1)</script> & co", "'; drop table books; --", "%s {0} ${x} #{y}", "  spaces around  "
            })
    default void givesTextBackAsItCame(String title) {
        Book book = api().post(Api.BOOKS, BookJson.fresh().with("title", title).text())
                .hasStatus(201)
                .book();

        assertThat(book.title()).isEqualTo(title);
        assertThat(api().read(book).title()).isEqualTo(title);
    }

    @Test
    default void readsEscapesInJson() {
        Book book = api().post(
                        Api.BOOKS,
                        BookJson.fresh()
                                .withRaw("title", "\"\\u00e9\\ud83d\\ude00 \\\"\\/\\\\\"")
                                .text())
                .hasStatus(201)
                .book();
        assertThat(api().read(book).title()).isEqualTo("é😀 \"/\\");
    }

    @Test
    default void refusesASecondBookWithTheSameIsbn() {
        Book book = api().newBook();
        api().post(Api.BOOKS, BookJson.of(book).with("title", "Second").text()).isProblem(ProblemType.ISBN_TAKEN);
        assertThat(api().read(book)).isEqualTo(book);
    }

    @Test
    default void freesTheIsbnOfABookThatIsGone() {
        Book book = api().newBook();
        api().delete(book).hasStatus(204);

        Book second =
                api().post(Api.BOOKS, BookJson.of(book).text()).hasStatus(201).book();

        assertThat(second.id()).isNotEqualTo(book.id());
        assertThat(second.version()).isZero();
    }

    @Test
    default void replacesABookAndCountsItsVersion() {
        Book book = api().newBook();
        BookJson input = BookJson.fresh()
                .with("title", "Other")
                .with("author", "Other one")
                .with("priceCents", 1)
                .with("stock", 2);

        Reply reply = api().put(book, input.text()).hasStatus(200);

        Book expected = new Book(book.id(), input.value("isbn"), "Other", "Other one", 1, 2, book.version() + 1);
        assertThat(reply.book()).isEqualTo(expected);
        assertThat(reply.etag()).isEqualTo("\"" + expected.version() + "\"");
        assertThat(api().read(book)).isEqualTo(expected);
    }

    @Test
    default void countsAReplacementThatChangesNothing() {
        Book book = api().newBook();

        Reply reply = api().put(book, BookJson.of(book).text()).hasStatus(200);

        assertThat(reply.book().version()).isEqualTo(book.version() + 1);
        assertThat(api().read(book)).isEqualTo(reply.book());
    }

    @Test
    default void replacesABookAgainWithTheETagOfTheReplacement() {
        Book book = api().newBook();
        for (int i = 1; i <= 3; i++) {
            book = api().put(book, BookJson.of(book).with("stock", i).text())
                    .hasStatus(200)
                    .book();
        }
        assertThat(book.version()).isEqualTo(3);
        assertThat(api().read(book).stock()).isEqualTo(3);
    }

    @Test
    default void refusesToReplaceABookByOneWithTheIsbnOfAnother() {
        Book book = api().newBook();
        Book other = api().newBook();

        api().put(book, BookJson.of(book).with("isbn", other.isbn()).text()).isProblem(ProblemType.ISBN_TAKEN);

        assertThat(api().read(book)).isEqualTo(book);
        assertThat(api().read(other)).isEqualTo(other);
    }

    @Test
    default void removesABook() {
        Book book = api().newBook();
        api().delete(book).hasStatus(204).hasNoBody();
        api().get(Api.path(book)).hasStatus(404);
    }

    @Test
    default void removesABookThatHasOrders() {
        Book book = api().newBook();
        api().order(book, 1).hasStatus(201);
        api().delete(api().read(book)).hasStatus(204);
        api().get(Api.path(book)).hasStatus(404);
    }
}
