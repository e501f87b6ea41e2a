package org.concurrencylab.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.concurrencylab.report.Page.Link;
import org.concurrencylab.report.Page.Section;
import org.concurrencylab.results.Results;
import org.concurrencylab.results.Results.Contender;

/** Gathers what report.html shows. */
final class PageBuilder {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private PageBuilder() {}

    /**
     * @param summary what to show
     * @param folder where the page will lie; Gatling's reports are looked for in it
     */
    static Page of(Summary summary, Path folder) {
        Results results = summary.results();
        return new Page(
                Titles.of(summary),
                subtitle(results),
                claims(summary.claims()),
                verdict(Verdict.of(summary)),
                sections(summary),
                summary.experiments(),
                WarmUpChart.of(results).stream().toList(),
                SliceTable.of(summary),
                Method.of(summary),
                Conditions.machine(results.environment()),
                contenders(results),
                gatling(results, folder),
                Glossary.terms(),
                remarks(results),
                String.join("\n", Runs.commands(results)));
    }

    private static Verdict verdict(Verdict verdict) {
        return new Verdict(
                Format.unbroken(verdict.lead()),
                verdict.workloads().stream()
                        .map(paragraph ->
                                new Verdict.Paragraph(paragraph.workload(), Format.unbroken(paragraph.text())))
                        .toList());
    }

    private static Claims claims(Claims claims) {
        return new Claims(claims.rows().stream().map(Claims.Row::unbroken).toList(), claims.others());
    }

    private static List<String> remarks(Results results) {
        List<String> remarks = new ArrayList<>();
        if (Runs.areMerged(results)) {
            remarks.add(Runs.merged(results) + ".");
        }
        results.missing().forEach(gap -> remarks.add("Missing: " + gap));
        remarks.addAll(results.remarks());
        return remarks;
    }

    private static String subtitle(Results results) {
        return (Runs.areMerged(results) ? results.runs().size() + " runs merged, the first of " : "")
                + DAY.format(results.startedAt()) + " · "
                + results.environment().cpu() + ", "
                + results.environment().processors() + " CPUs · measured in "
                + Format.wallClock(results.wallSeconds());
    }

    private static List<Section> sections(Summary summary) {
        List<Section> sections = new ArrayList<>();
        for (Summary.Comparison comparison : summary.workloads()) {
            if (!comparison.rows().isEmpty()) {
                sections.add(SectionBuilder.of(summary, comparison, "workload-" + (sections.size() + 1)));
            }
        }
        return sections;
    }

    private static Map<String, String> contenders(Results results) {
        Map<String, String> settings = new LinkedHashMap<>();
        results.contenders().forEach(contender -> settings.put(contender.name(), Conditions.contender(contender)));
        return settings;
    }

    /** Only names that are plain file names are followed: a results file may come from anywhere. */
    private static List<Link> gatling(Results results, Path folder) {
        return results.contenders().stream()
                .map(Contender::name)
                .filter(name -> name.matches("[A-Za-z0-9][A-Za-z0-9._-]*"))
                .map(name -> new Link(name, "gatling/" + name + "/index.html"))
                .filter(link -> Files.isRegularFile(folder.resolve(link.href())))
                .toList();
    }
}
