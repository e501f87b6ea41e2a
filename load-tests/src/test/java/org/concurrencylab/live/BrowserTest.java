package org.concurrencylab.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {

    private static final URI PAGE = URI.create("http://127.0.0.1:1/");

    @ParameterizedTest
    @CsvSource({"Linux, xdg-open", "Mac OS X, open", "Windows 11, rundll32", "FreeBSD, xdg-open"})
    void usesTheCommandOfTheOperatingSystem(String os, String command) {
        assertThat(Browser.commandOf(os)).first().isEqualTo(command);
    }

    @Test
    void saysWhenThereIsNoSuchCommandOrItFails() {
        assertThat(new Browser(List.of("no-such-command-anywhere")).open(PAGE)).isFalse();
        assertThat(new Browser(List.of("false")).open(PAGE)).isFalse();
        assertThat(new Browser(List.of("true")).open(PAGE)).isTrue();
    }
}
