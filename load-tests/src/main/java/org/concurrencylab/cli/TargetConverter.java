package org.concurrencylab.cli;

import java.net.URI;
import java.util.regex.Pattern;
import org.concurrencylab.compare.TargetRun.Target;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A service that runs already, as NAME=URL or NAME=URL@URL-OF-ITS-METRICS. */
final class TargetConverter implements ITypeConverter<Target> {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,40}");

    @Override
    public Target convert(String text) {
        int equals = text.indexOf('=');
        if (equals < 0 || !NAME.matcher(text.substring(0, equals)).matches()) {
            throw new TypeConversionException("'" + text + "' is no target such as threads=http://localhost:8081");
        }
        // NAME=URL@METRICS-URL: a Service that spreads requests over pods cannot say what each of them uses.
        String[] urls = text.substring(equals + 1).split("@", 2);
        URI url = url(urls[0]);
        return new Target(text.substring(0, equals), url, urls.length == 1 ? url : url(urls[1]));
    }

    private static URI url(String text) {
        return URI.create(new VerifyCommand.HttpUrl().convert(text).toString().replaceFirst("/+$", ""));
    }
}
