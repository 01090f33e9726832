package io.yuanqing.benchmark.ingest;

import io.yuanqing.benchmark.ingest.SoakSample.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A soak as SVG: one panel under the other, each from zero to its own highest value, over the same minutes. */
final class SoakPlot {

    private static final int WIDTH = 860;
    private static final int LEFT = 150;
    private static final int RIGHT = 20;
    private static final int PANEL = 90;
    private static final int GAP = 24;
    private static final int TOP = 40;

    private SoakPlot() {}

    private record Panel(String words, List<double[]> points) {}

    static String svg(String title, List<SoakSample> samples) {
        List<Panel> panels = new ArrayList<>();
        panels.add(panel("packets/s", samples, SoakSample::perSecond));
        for (Series series : Series.values()) {
            panels.add(panel(series.words + (series.unit.isEmpty() ? "" : ", " + series.unit), samples, series::of));
        }
        double seconds = samples.get(samples.size() - 1).seconds();
        int height = TOP + panels.size() * (PANEL + GAP) + 20;
        StringBuilder svg = new StringBuilder();
        line(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"12\">",
                WIDTH,
                height);
        line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>");
        line(svg, "<text x=\"%d\" y=\"22\" font-size=\"15\">%s</text>", LEFT, escaped(title));
        int top = TOP;
        for (Panel panel : panels) {
            draw(svg, panel, top, seconds);
            top += PANEL + GAP;
        }
        minutes(svg, top - GAP + 16, seconds);
        return svg.append("</svg>\n").toString();
    }

    private static Panel panel(
            String words, List<SoakSample> samples, java.util.function.ToDoubleFunction<SoakSample> value) {
        return new Panel(
                words,
                samples.stream()
                        .map(sample -> new double[] {sample.seconds(), value.applyAsDouble(sample)})
                        .toList());
    }

    private static void draw(StringBuilder svg, Panel panel, int top, double seconds) {
        double highest = panel.points().stream()
                .map(point -> point[1])
                .max(Comparator.naturalOrder())
                .orElse(0.0);
        double scale = highest > 0 ? highest : 1;
        line(
                svg,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"none\" stroke=\"#bbbbbb\"/>",
                LEFT,
                top,
                WIDTH - LEFT - RIGHT,
                PANEL);
        line(
                svg,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>",
                LEFT - 8,
                top + PANEL / 2,
                escaped(panel.words()));
        line(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%,.0f</text>", LEFT - 8, top + 11, highest);
        line(svg, "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">0</text>", LEFT - 8, top + PANEL);
        StringBuilder points = new StringBuilder();
        for (double[] point : panel.points()) {
            points.append(String.format(
                    Locale.ROOT,
                    "%.1f,%.1f ",
                    LEFT + point[0] / seconds * (WIDTH - LEFT - RIGHT),
                    top + PANEL - point[1] / scale * (PANEL - 4)));
        }
        line(
                svg,
                "<polyline points=\"%s\" fill=\"none\" stroke=\"#1f5fa8\" stroke-width=\"1.5\"/>",
                points.toString().strip());
    }

    private static void minutes(StringBuilder svg, int y, double seconds) {
        for (int i = 0; i <= 4; i++) {
            line(
                    svg,
                    "<text x=\"%.0f\" y=\"%d\" text-anchor=\"%s\">%.1f min</text>",
                    LEFT + i / 4.0 * (WIDTH - LEFT - RIGHT),
                    y,
                    i == 0 ? "start" : i == 4 ? "end" : "middle",
                    seconds / 60 * i / 4);
        }
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
