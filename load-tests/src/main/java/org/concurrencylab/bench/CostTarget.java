package org.concurrencylab.bench;

import java.net.URI;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service to measure.
 *
 * @param name the row's name
 * @param url what is asked for; each {@code {id}} in its path or query becomes a random number from 1 to 10,000
 * @param pid the process whose CPU time counts; empty where it is not to be measured
 */
record CostTarget(String name, String url, OptionalLong pid) {

    private static final int IDS = 10_000;
    private static final String PLACEHOLDER = "{id}";
    private static final Pattern SYNTAX =
            Pattern.compile("(?:(?<name>[\\w.-]+)=)?(?<url>http://\\S+?)(?:@(?<pid>\\d{1,9}))?");

    /**
     * @param text {@code [name=]URL[@PID]}
     * @throws IllegalArgumentException with one sentence, when it is none
     */
    static CostTarget parse(String text) {
        Matcher parts = SYNTAX.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a target: give [name=]http://host:port/path[@PID].");
        }
        String url = parts.group("url");
        URI address = uri(url);
        String name = parts.group("name") == null ? address.getAuthority() : parts.group("name");
        String pid = parts.group("pid");
        return new CostTarget(name, url, pid == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(pid)));
    }

    CostTarget withPid(long measured) {
        return new CostTarget(name, url, OptionalLong.of(measured));
    }

    String host() {
        return uri(url).getHost();
    }

    int port() {
        int port = uri(url).getPort();
        return port < 0 ? 80 : port;
    }

    /** The next request's path and query. */
    String path(RandomGenerator random) {
        String path =
                url.substring("http://".length() + uri(url).getRawAuthority().length());
        if (path.isEmpty()) {
            return "/";
        }
        return path.contains(PLACEHOLDER) ? path.replace(PLACEHOLDER, Integer.toString(1 + random.nextInt(IDS))) : path;
    }

    private static URI uri(String url) {
        try {
            URI uri = URI.create(url.replace(PLACEHOLDER, "1"));
            if (uri.getHost() != null) {
                return uri;
            }
        } catch (IllegalArgumentException malformed) {
            // Falls through to the one sentence.
        }
        throw new IllegalArgumentException("\"" + url + "\" is not a URL with a host.");
    }
}
