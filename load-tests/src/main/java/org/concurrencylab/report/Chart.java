package org.concurrencylab.report;

import java.util.List;
import java.util.Map;

/**
 * One picture of report.html.
 *
 * @param id unique in the page; names the element it is drawn into
 * @param question what it answers, as its title
 * @param howToRead one sentence for somebody who sees such a chart for the first time
 * @param spoken what it shows, in one line, for those who cannot see it
 * @param drawing what report.js draws: {@code kind} ("strip", "curve", "ratios" or "lines") and its data
 * @param table the same data as text
 */
public record Chart(
        String id, String question, String howToRead, String spoken, Map<String, Object> drawing, Table table) {

    /**
     * Data as text.
     *
     * @param head one title per column
     * @param rows cells as printed; the first of each row names it
     */
    public record Table(List<String> head, List<List<String>> rows) {}
}
