package org.concurrencylab.experiments;

import java.util.List;

/**
 * Lines of points, for a report to draw.
 *
 * @param key short name, unique in its experiment
 * @param question what it answers, as its title
 * @param howToRead one sentence
 * @param x what the horizontal axis shows, with its unit
 * @param y what the vertical axis shows, with its unit
 * @param logarithmic whether the vertical axis is
 * @param lines one per contender
 */
public record Picture(
        String key, String question, String howToRead, String x, String y, boolean logarithmic, List<Line> lines) {

    /**
     * @param name of the contender
     * @param points from left to right
     * @param mark a place on the horizontal axis that matters, or null
     * @param markText what it is
     */
    public record Line(String name, List<Point> points, Double mark, String markText) {
        Line(String name, List<Point> points) {
            this(name, points, null, "");
        }
    }

    /**
     * @param x on the horizontal axis
     * @param y on the vertical axis
     * @param text both, as printed
     */
    public record Point(double x, double y, String text) {}
}
