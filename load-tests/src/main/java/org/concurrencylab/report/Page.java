package org.concurrencylab.report;

import java.util.List;
import java.util.Map;
import org.concurrencylab.report.Chart.Table;

/**
 * What the template of report.html shows; every string is text and is escaped there.
 *
 * @param title of the page
 * @param subtitle when, where and how long
 * @param claims those that were put to the test
 * @param verdict in plain words
 * @param sections one per workload
 * @param experiments one section each
 * @param warmUp the steady-state check's picture, none or one
 * @param slices every slice
 * @param method label and sentence
 * @param machine label and value
 * @param contenders label and value: pools and flags of each
 * @param gatling Gatling's own reports that lie beside the page
 * @param glossary term and meaning
 * @param remarks on the whole run
 * @param command as typed
 */
public record Page(
        String title,
        String subtitle,
        Claims claims,
        Verdict verdict,
        List<Section> sections,
        List<ExperimentSections.Section> experiments,
        List<Chart> warmUp,
        Table slices,
        Map<String, String> method,
        Map<String, String> machine,
        Map<String, String> contenders,
        List<Link> gatling,
        Map<String, String> glossary,
        List<String> remarks,
        String command) {

    /**
     * One workload.
     *
     * @param id unique in the page
     * @param name of the workload
     * @param title one sentence
     * @param offered requests per second, as printed
     * @param reference the contender that ratios refer to
     * @param contenders one column each
     * @param lines of the table
     * @param notes what makes the figures less than certain
     * @param charts its pictures
     * @param noise what a contender differs from itself by; may be empty
     */
    public record Section(
            String id,
            String name,
            String title,
            String offered,
            String reference,
            List<String> contenders,
            List<Line> lines,
            List<String> notes,
            List<Chart> charts,
            String noise) {}

    /**
     * One figure of every contender.
     *
     * @param label what it is
     * @param hint how to take it; may be empty
     * @param cells one per contender
     */
    public record Line(String label, String hint, List<Cell> cells) {}

    /**
     * @param text the figure
     * @param ratio to the reference, as printed; may be empty
     * @param alarm whether it should stand out
     * @param words whether it is a phrase rather than a figure
     */
    public record Cell(String text, String ratio, boolean alarm, boolean words) {}

    /**
     * @param text what is linked
     * @param href relative to the page
     */
    public record Link(String text, String href) {}
}
