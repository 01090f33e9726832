package io.yuanqing.benchmark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

/** A leak must be found, and what only moves up and down must not be taken for one. */
class SoakTest {

    private static final double MB = 1 << 20;

    @Test
    void aSpikeDoesNotTurnTheTrendAndARiseIsMeasured() {
        double[] times = {0, 10, 20, 30, 40, 50};
        assertThat(Trend.of(times, new double[] {5, 5, 900, 5, 5, 5}).slope()).isZero();
        Trend rising = Trend.of(times, new double[] {0, 20, 40, 60, 80, 100});
        assertThat(rising.slope()).isCloseTo(2, within(1e-9));
        assertThat(rising.median()).isEqualTo(50);
    }

    @Test
    void anHourWithALeakOfASmallPieceEachPacketIsNotFlat() {
        assertThat(SoakVerdict.of(soak(360, i -> 200 * MB + i % 7 * MB)).flat()).isTrue();
        SoakVerdict leaking = SoakVerdict.of(soak(360, i -> 200 * MB + i * 0.2 * MB + i % 7 * MB));
        assertThat(leaking.flat()).isFalse();
        assertThat(leaking.table()).containsPattern("heap after GC .*grows").containsPattern("threads .*flat");
    }

    /** The first minutes fill caches and pools. */
    @Test
    void whatGrowsWhileTheServerWarmsUpIsNotHeldAgainstIt() {
        assertThat(SoakVerdict.of(soak(100, i -> (i < 25 ? 100 + 4 * i : 200) * MB))
                        .flat())
                .isTrue();
    }

    @Test
    void aSoakTooShortForAVerdictSaysSo() {
        assertThatThrownBy(() -> SoakVerdict.of(soak(3, i -> MB))).hasMessageContaining("3 samples are too few");
    }

    @Test
    void thePlotIsSoundSvgWithALineForEachSeriesAndAPointForEachSample() throws Exception {
        String svg = SoakPlot.svg("2,000 <packets> & more", soak(12, i -> 200 * MB));
        var lines = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getElementsByTagName("polyline");
        assertThat(lines.getLength()).isEqualTo(SoakSample.Series.values().length + 1);
        for (int i = 0; i < lines.getLength(); i++) {
            String points = lines.item(i).getAttributes().getNamedItem("points").getNodeValue();
            assertThat(points.split(" ")).hasSize(12);
        }
    }

    @Test
    void aRowOfTheFileHasAValueUnderEachHead() {
        SoakSample sample = new SoakSample(10, 2000.5, MB, 2 * MB, 61, 470, 12);
        assertThat(sample.csv()).isEqualTo("10.0,2000.5,1048576,2097152,61,470,12");
        assertThat(SoakSample.CSV_HEAD.split(",")).hasSameSizeAs(sample.csv().split(","));
    }

    private static List<SoakSample> soak(int samples, IntToDoubleFunction heap) {
        List<SoakSample> all = new ArrayList<>();
        for (int i = 0; i < samples; i++) {
            all.add(new SoakSample(
                    10 * (i + 1), 2_000, heap.applyAsDouble(i), 600 * MB, 60 + i % 2, 460 + i % 3, i % 5 * 100));
        }
        return all;
    }
}
