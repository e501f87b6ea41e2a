package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.BookPage;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /books}. */
interface PagingContract extends ContractChecks {

    /** A catalogue larger than this many pages of a hundred is not walked. */
    int MOST_PAGES = 1_000;

    @Test
    default void givesTwentyBooksUnlessAskedOtherwise() {
        IntStream.range(0, 21).forEach(i -> api().newBook());

        BookPage page = api().get("/books").hasStatus(200).page();

        assertThat(page.items()).hasSize(20);
        assertThat(page.next()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 100})
    default void givesAtMostAsManyBooksAsAskedFor(int limit) {
        IntStream.range(0, 3).forEach(i -> api().newBook());

        BookPage page = api().get("/books?limit=" + limit).hasStatus(200).page();

        assertThat(page.items()).hasSizeBetween(Math.min(limit, 3), limit);
    }

    @Test
    default void visitsEveryBookOnceInTheOrderOfIds() {
        List<Book> ours = IntStream.range(0, 5).mapToObj(i -> api().newBook()).toList();

        List<BookPage> pages = pagesFrom("/books?limit=100");

        List<Book> visited =
                pages.stream().flatMap(page -> page.items().stream()).toList();
        assertThat(visited).extracting(Book::id).isSorted().doesNotHaveDuplicates();
        assertThat(visited).containsAll(ours);
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(page.items()).hasSize(100));
    }

    @Test
    default void keepsItsPlaceWhenTheBookAtThePageBorderGoes() {
        List<Book> ours = IntStream.range(0, 4).mapToObj(i -> api().newBook()).toList();
        String border = tokenAfter(ours.get(0));
        api().delete(ours.get(0)).hasStatus(204);

        BookPage page =
                api().get("/books?limit=100&after=" + border).hasStatus(200).page();

        assertThat(page.items()).contains(ours.get(1), ours.get(2), ours.get(3));
        assertThat(page.items())
                .extracting(Book::id)
                .allMatch(id -> id > ours.get(0).id());
    }

    @Test
    default void repeatsAndLosesNothingAtPageBorders() {
        List<Book> ours = IntStream.range(0, 6).mapToObj(i -> api().newBook()).toList();
        String border = tokenAfter(ours.get(0));

        List<Book> inSteps = new ArrayList<>();
        for (String token = border; token != null; ) {
            BookPage page =
                    api().get("/books?limit=2&after=" + token).hasStatus(200).page();
            inSteps.addAll(page.items());
            token = page.next();
        }

        assertThat(inSteps)
                .isEqualTo(api().get("/books?limit=100&after=" + border).page().items());
    }

    @Test
    default void endsWithAFullPageWhenTheBooksComeOutEven() {
        List<Book> ours = IntStream.range(0, 3).mapToObj(i -> api().newBook()).toList();
        String border = tokenAfter(ours.get(0));
        int rest = api().get("/books?limit=100&after=" + border).page().items().size();

        BookPage page = api().get("/books?limit=" + rest + "&after=" + border)
                .hasStatus(200)
                .page();

        assertThat(page.items()).hasSize(rest);
        assertThat(page.next()).as("next of the last page").isNull();
    }

    @Test
    default void takesAnEmptyParameterForAbsent() {
        assertThat(api().get("/books?limit=&after=").hasStatus(200).page())
                .isEqualTo(api().get("/books").hasStatus(200).page());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "abc", "1.5", "2147483648", "99999999999999999999", "%20", "0x10"})
    default void refusesABadLimit(String limit) {
        api().get("/books?limit=" + limit).blames("limit");
    }

    @ParameterizedTest
    @MethodSource("org.concurrencylab.contract.PagingContract#madeUpTokens")
    default void refusesAMadeUpToken(String token) {
        api().get("/books?limit=2&after=" + token).blames("after");
    }

    /** Texts that no service made. */
    static Stream<String> madeUpTokens() {
        Stream<String> made = Stream.of("0", "1", "100", "id:1", "{\"id\":1}", "\0\0\0\0\0\0\0\1")
                .map(text -> Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes()));
        return Stream.concat(Stream.of("1", "abc", "AAAA", "%00", "%C3%28", "-", "null", "%2B%2F%3D"), made);
    }

    @Test
    default void refusesATokenThatWasTamperedWith() {
        IntStream.range(0, 2).forEach(i -> api().newBook());
        String token = api().get("/books?limit=1").page().next();
        assertThat(token).isNotBlank();

        for (int i = 0; i < token.length(); i++) {
            char other = token.charAt(i) == 'A' ? 'B' : 'A';
            api().get("/books?limit=1&after=" + token.substring(0, i) + other + token.substring(i + 1))
                    .blames("after");
        }
        api().get("/books?limit=1&after=" + token.substring(0, token.length() - 1))
                .blames("after");
        api().get("/books?limit=1&after=" + token.substring(1)).blames("after");
        api().get("/books?limit=1&after=" + token + "A").blames("after");
        api().get("/books?limit=1&after=" + token + token).blames("after");
        api().get("/books?limit=1&after=" + token).hasStatus(200);
    }

    private List<BookPage> pagesFrom(String path) {
        List<BookPage> pages = new ArrayList<>();
        String query = path;
        do {
            Assumptions.assumeTrue(pages.size() < MOST_PAGES, "the catalogue is too large to be walked");
            pages.add(api().get(query).hasStatus(200).page());
            query = path + "&after=" + pages.getLast().next();
        } while (pages.getLast().next() != null);
        return pages;
    }

    /** The token of the page that begins right after the book. */
    private String tokenAfter(Book book) {
        return tokenAfter(book, api().walk().place())
                .or(() -> tokenAfter(book, Walk.BEGINNING))
                .orElseThrow(() -> new AssertionError("no page holds book " + book.id()));
    }

    private Optional<String> tokenAfter(Book book, String from) {
        String after = from;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            BookPage page = api().get("/books?limit=100" + after).hasStatus(200).page();
            int index = page.items().indexOf(book);
            if (index >= 0) {
                api().walk().remember(after);
                String token =
                        api().get("/books?limit=" + (index + 1) + after).page().next();
                assertThat(token).as("next of a page that is not the last").isNotBlank();
                return Optional.of(token);
            }
            if (page.next() == null) {
                return Optional.empty();
            }
            after = "&after=" + page.next();
        }
        return Assumptions.abort("the catalogue is too large to be walked");
    }
}
