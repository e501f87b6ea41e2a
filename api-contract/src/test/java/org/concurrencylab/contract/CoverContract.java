package org.concurrencylab.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.concurrencylab.api.Book;
import org.concurrencylab.api.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code PUT} and {@code GET /books/{id}/cover}: files that stream in and out. */
interface CoverContract extends ContractChecks {

    /** Bytes that a cover may have. */
    int LARGEST_COVER = 1024 * 1024;

    @ParameterizedTest
    @EnumSource
    default void givesAnImageBackAsItCame(Image image) {
        Book book = api().newBook();
        for (int size : new int[] {Image.SMALLEST, 70_000, LARGEST_COVER}) {
            byte[] bytes = image.bytes(size);

            store(book, image.type(), bytes).hasStatus(204).hasNoBody();

            Reply cover = api().get(path(book)).hasStatus(200);
            assertThat(cover.mediaType()).isEqualTo(image.type());
            assertThat(cover.header("Content-Length")).isEqualTo(Integer.toString(size));
            assertThat(Arrays.equals(cover.content(), bytes))
                    .as("the same bytes")
                    .isTrue();
        }
        assertThat(api().read(book)).isEqualTo(book);
    }

    @Test
    default void takesAnImageOfUnknownLength() {
        Book book = api().newBook();
        byte[] bytes = Image.PNG.bytes(LARGEST_COVER);
        typed(book, Image.PNG.type()).chunked(bytes).send().hasStatus(204);
        assertThat(Arrays.equals(api().get(path(book)).hasStatus(200).content(), bytes))
                .isTrue();
    }

    @Test
    default void replacesACover() {
        Book book = api().newBook();
        for (Image image : List.of(Image.PNG, Image.WEBP, Image.PNG)) {
            byte[] bytes = image.bytes(3_000 + image.ordinal());
            store(book, image.type(), bytes).hasStatus(204);
            Reply cover = api().get(path(book)).hasStatus(200);
            assertThat(cover.mediaType()).isEqualTo(image.type());
            assertThat(cover.content()).isEqualTo(bytes);
        }
    }

    @Test
    default void doesNotSendACoverAgainThatTheCallerHas() {
        Book book = api().newBook();
        String first = store(book, Image.PNG.type(), Image.PNG.bytes(500))
                .hasStatus(204)
                .etag();
        assertThat(api().get(path(book)).hasStatus(200).etag()).isEqualTo(first);
        ifNoneMatch(book, first).hasStatus(304).hasNoBody();
        ifNoneMatch(book, "\"other\", W/" + first).hasStatus(304);
        ifNoneMatch(book, "\"other\"").hasStatus(200);

        String second = store(book, Image.PNG.type(), Image.PNG.bytes(500, (byte) 7))
                .hasStatus(204)
                .etag();

        assertThat(second).isNotEqualTo(first);
        ifNoneMatch(book, first).hasStatus(200);
        ifNoneMatch(book, second).hasStatus(304);
    }

    @ParameterizedTest
    @ValueSource(ints = {LARGEST_COVER + 1, LARGEST_COVER + 300_000})
    default void refusesALargerImage(int size) {
        Book book = bookWithACover();
        byte[] bytes = Image.JPEG.bytes(size);
        store(book, Image.JPEG.type(), bytes).isProblem(ProblemType.BODY_TOO_LARGE);
        typed(book, Image.JPEG.type()).chunked(bytes).send().isProblem(ProblemType.BODY_TOO_LARGE);
        hasItsCoverStill(book);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/gif", "image/svg+xml", "image/*", "application/json", "text/plain", "none"})
    default void refusesACoverOfAnotherMediaType(String type) {
        Book book = bookWithACover();
        Call call = type.equals("none") ? api().call("PUT", path(book)) : typed(book, type);
        call.body(Image.PNG.bytes(200_000)).send().isProblem(ProblemType.UNSUPPORTED_MEDIA_TYPE);
        hasItsCoverStill(book);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "image/", "/", "a/b/c"})
    default void refusesAMediaTypeThatCannotBeReadAlsoForNoBook(String type) {
        Book book = bookWithACover();
        typed(book, type).body(Image.PNG.bytes(200_000)).send().isProblem(ProblemType.INVALID_REQUEST);
        hasItsCoverStill(book);
        for (String none : List.of(String.valueOf(Long.MAX_VALUE), "none")) {
            api().call("PUT", Api.BOOKS + "/" + none + "/cover")
                    .header("Content-Type", type)
                    .body(Image.PNG.bytes(200))
                    .send()
                    .isProblem(ProblemType.INVALID_REQUEST);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png; q=1", "Image/PNG"})
    default void takesAMediaTypeWithAParameterOrInCapitals(String type) {
        Book book = api().newBook();
        store(book, type, Image.PNG.bytes(200)).hasStatus(204);
        assertThat(api().get(path(book)).hasStatus(200).mediaType()).isEqualTo("image/png");
    }

    @ParameterizedTest
    @EnumSource
    default void refusesABodyThatIsNoSuchImage(Image image) {
        Book book = bookWithACover();
        for (Image other : Image.values()) {
            if (other != image) {
                store(book, image.type(), other.bytes(100_000)).blames("body");
            }
        }
        store(book, image.type(), new byte[100_000]).blames("body");
        store(book, image.type(), new byte[1]).blames("body");
        store(book, image.type(), Arrays.copyOf(image.bytes(Image.SMALLEST), 2)).blames("body");
        store(book, image.type(), new byte[0]).blames("body");
        typed(book, image.type()).chunked(new byte[0]).send().blames("body");
        hasItsCoverStill(book);
    }

    @Test
    default void keepsTheCoverWhenAnUploadEndsEarly() {
        Book book = bookWithACover();
        byte[] image = Image.WEBP.bytes(400_000);
        for (int sent : new int[] {0, 5, 200_000, 399_999}) {
            HalfAnUpload.send(api().target(), path(book), Image.WEBP.type(), image, sent);
            hasItsCoverStill(book);
        }
        store(book, Image.WEBP.type(), image).hasStatus(204);
        assertThat(api().get(path(book)).hasStatus(200).content()).isEqualTo(image);
    }

    @Test
    default void leavesOneOfManyUploadsInFull() {
        Book book = bookWithACover();
        List<byte[]> images = List.of(Image.PNG.bytes(300_000, (byte) 1), Image.PNG.bytes(300_000, (byte) 2));
        AtomicInteger turn = new AtomicInteger();
        api().atOnce(8, () -> store(book, Image.PNG.type(), images.get(turn.getAndIncrement() % 2)))
                .forEach(reply -> reply.hasStatus(204));
        byte[] left = api().get(path(book)).hasStatus(200).content();
        assertThat(images).anyMatch(image -> Arrays.equals(image, left));
    }

    @Test
    default void knowsNoCoverForNoBook() {
        for (String id : new String[] {"0", "x"}) {
            String path = "/books/" + id + "/cover";
            api().get(path).isProblem(ProblemType.NOT_FOUND);
            api().call("PUT", path)
                    .header("Content-Type", Image.PNG.type())
                    .body(Image.PNG.bytes(LARGEST_COVER))
                    .send()
                    .isProblem(ProblemType.NOT_FOUND);
        }
    }

    @Test
    default void knowsNoCoverThatNobodyGave() {
        api().get(path(api().newBook())).isProblem(ProblemType.NOT_FOUND);
    }

    @Test
    default void forgetsTheCoverWithItsBook() {
        Book book = bookWithACover();
        api().delete(book).hasStatus(204);
        api().get(path(book)).isProblem(ProblemType.NOT_FOUND);
        store(book, Image.PNG.type(), Image.PNG.bytes(100)).isProblem(ProblemType.NOT_FOUND);
    }

    @ParameterizedTest
    @CsvSource({"POST, 405", "DELETE, 405", "HEAD, 200"})
    default void answersOtherMethodsOfACover(String method, int status) {
        Book book = bookWithACover();
        api().call(method, path(book)).send().hasStatus(status);
        hasItsCoverStill(book);
    }

    @Test
    default void sendsACoverToNobodyWhoAcceptsNoImage() {
        Book book = bookWithACover();
        api().call("GET", path(book)).header("Accept", "text/html").send().isProblem(ProblemType.NOT_ACCEPTABLE);
        api().call("GET", path(book)).header("Accept", "image/*").send().hasStatus(200);
    }

    private Book bookWithACover() {
        Book book = api().newBook();
        store(book, Image.PNG.type(), Image.PNG.bytes(1_000)).hasStatus(204);
        return book;
    }

    private void hasItsCoverStill(Book book) {
        Reply cover = api().get(path(book)).hasStatus(200);
        assertThat(cover.mediaType()).isEqualTo(Image.PNG.type());
        assertThat(cover.content()).isEqualTo(Image.PNG.bytes(1_000));
    }

    private Reply store(Book book, String type, byte[] image) {
        return typed(book, type).body(image).send();
    }

    private Call typed(Book book, String type) {
        return api().call("PUT", path(book)).header("Content-Type", type);
    }

    private Reply ifNoneMatch(Book book, String tags) {
        return api().call("GET", path(book)).header("If-None-Match", tags).send();
    }

    private static String path(Book book) {
        return Api.path(book) + "/cover";
    }
}
