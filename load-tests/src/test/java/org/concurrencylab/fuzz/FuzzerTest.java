package org.concurrencylab.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FuzzerTest {
    private static final int MANY = 5_000;
    private static final String LENGTH = "\r\nContent-Length: ";

    private final Fuzzer fuzzer = new Fuzzer(Api.read(), 1);

    @Test
    void makesTheSameRequestAgainFromItsSeedAndNumber() {
        Fuzzer again = new Fuzzer(Api.read(), 1);
        Fuzzer another = new Fuzzer(Api.read(), 2);

        assertThat(LongStream.range(0, 200))
                .allSatisfy(number -> assertThat(text(again.request(number))).isEqualTo(text(fuzzer.request(number))));
        assertThat(LongStream.range(0, 200)
                        .filter(number -> text(another.request(number)).equals(text(fuzzer.request(number)))))
                .isEmpty();
    }

    @Test
    void asksForEveryOperationOfTheDocumentAlsoAsItShouldBe() {
        List<String> right = requests().stream()
                .filter(request -> request.traits().equals("nothing"))
                .map(FuzzerTest::text)
                .toList();

        assertThat(Api.read().operations()).hasSize(12).allSatisfy(operation -> {
            String path = Pattern.quote(operation.path()).replace("{id}", "\\E[1-9][0-9]*\\Q");
            assertThat(right)
                    .as(operation.id())
                    .anyMatch(Pattern.compile(operation.method() + " " + path + "[? ]")
                            .asPredicate());
        });
    }

    @Test
    void breaksValuesBodiesHeadersAndFraming() {
        assertThat(requests().stream().flatMap(request -> Pattern.compile(", ").splitAsStream(request.traits())))
                .contains(
                        "strange id",
                        "strange If-Match",
                        "no If-Match",
                        "strange limit",
                        "strange sellers",
                        "strange body",
                        "strange Accept",
                        "strange Content-Type",
                        "strange path",
                        "another method",
                        "many headers",
                        "pipelined",
                        "cut off",
                        "in two parts",
                        "two lengths",
                        "a negative chunk",
                        "too many headers",
                        "noise");
    }

    @Test
    void saysHowLongABodyIsUnlessThatIsWhatItBreaks() {
        assertThat(requests().stream().filter(HostileRequest::sharesConnection)).allSatisfy(request -> {
            String text = text(request);
            int bodyAt = text.indexOf("\r\n\r\n") + 4;
            int lengthAt = text.indexOf(LENGTH) + LENGTH.length();
            boolean told = lengthAt >= LENGTH.length() && lengthAt < bodyAt;
            assertThat(text.length() - bodyAt)
                    .isEqualTo(told ? Integer.parseInt(text.substring(lengthAt, text.indexOf('\r', lengthAt))) : 0);
        });
    }

    private List<HostileRequest> requests() {
        return LongStream.range(0, MANY).mapToObj(fuzzer::request).toList();
    }

    private static String text(HostileRequest request) {
        StringBuilder text = new StringBuilder();
        request.parts().forEach(part -> text.append(new String(part, StandardCharsets.ISO_8859_1)));
        return text.toString();
    }
}
