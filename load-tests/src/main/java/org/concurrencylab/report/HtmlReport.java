package org.concurrencylab.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.RawString;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** report.html: one file that needs no network. The template, its style and its script lie beside this class. */
final class HtmlReport {
    /** The smallest build of ECharts that has line, scatter, markLine and the SVG renderer. */
    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/%s/dist/echarts.common.min.js";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private HtmlReport() {}

    static String render(Page page) {
        return template("report.html")
                .data("page", page)
                .data("style", new RawString(resource("report.css")))
                .data("script", new RawString(resource("report.js")))
                .data("echarts", new RawString(resource(ECHARTS.formatted(version()))))
                .data("drawings", new RawString(drawings(page)))
                .render();
    }

    /** A template that escapes every text it is given. */
    static Template template(String name) {
        Engine engine = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build();
        Variant html = Variant.forContentType(Variant.TEXT_HTML);
        engine.putTemplate("rows", engine.parse(resource("rows.html"), html, "rows.html"));
        engine.putTemplate("figure", engine.parse(resource("figure.html"), html, "figure.html"));
        return engine.parse(resource(name), html, name);
    }

    /** JSON inside a script element: without a "<" no text in it can end the element. */
    private static String drawings(Page page) {
        Map<String, Object> drawings = new LinkedHashMap<>();
        page.sections()
                .forEach(section -> section.charts().forEach(chart -> drawings.put(chart.id(), chart.drawing())));
        page.experiments()
                .forEach(section -> section.charts().forEach(chart -> drawings.put(chart.id(), chart.drawing())));
        page.warmUp().forEach(chart -> drawings.put(chart.id(), chart.drawing()));
        try {
            return JSON.writeValueAsString(drawings).replace("<", "\\u003c").replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String version() {
        String properties = resource("/META-INF/maven/org.webjars.npm/echarts/pom.properties");
        return properties
                .lines()
                .filter(line -> line.startsWith("version="))
                .map(line -> line.substring("version=".length()).strip())
                .findFirst()
                .orElseThrow();
    }

    static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
