package io.yuanqing.center.readings;

import io.yuanqing.center.Center;
import io.yuanqing.center.readings.sheet.Heading;
import io.yuanqing.center.readings.sheet.Sheet;
import io.yuanqing.center.readings.sheet.SheetFormat;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** A point's readings as a file: one row for each time and factor, with the digits as reported and the packet's number. */
final class ReadingsSheet {

    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(Center.CITY_ZONE);

    private final MonitoringPoint point;
    private final ReadingsQuery query;
    private final boolean chinese;
    private final ResourceBundle texts;

    ReadingsSheet(MonitoringPoint point, ReadingsQuery query, Locale language) {
        this.point = point;
        this.query = query;
        chinese = language.getLanguage().equals("zh");
        texts = ResourceBundle.getBundle(
                ReadingsSheet.class.getPackageName() + ".sheet",
                chinese ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** {@code 小时数据 010A8900016F03FEC607FF4E.xlsx}. */
    String fileName(SheetFormat format) {
        return kind() + " " + point.mn() + format.extension();
    }

    void write(List<PeriodValue> readings, SheetFormat format, OutputStream out) throws IOException {
        try (Sheet sheet = format.open(out, kind())) {
            sheet.head(remarks(), headings());
            for (PeriodValue reading : readings) {
                sheet.row(row(reading));
            }
        }
    }

    private List<String> remarks() {
        return List.of(
                kind(),
                point.enterpriseName() + " · " + point.name() + " · " + point.mn(),
                time(query.from()) + " – " + time(query.to()),
                texts.getString("remark"));
    }

    private List<Heading> headings() {
        List<Heading> headings = new ArrayList<>();
        for (String column : List.of("time", "code", "factor", "unit")) {
            headings.add(Heading.of(texts.getString(column)));
        }
        for (String column :
                realtime() ? List.of("rtd", "zsRtd") : List.of("avg", "zsAvg", "min", "max", "zsMin", "zsMax", "cou")) {
            headings.add(Heading.of(texts.getString(column)));
        }
        for (String column : List.of("flag", "backfilled", "receivedAt", "packet")) {
            headings.add(Heading.of(texts.getString(column)));
        }
        return headings;
    }

    private List<@Nullable Object> row(PeriodValue reading) {
        Measured measured = reading.measured();
        Factor factor = Factors.find(measured.factor(), Edition.E2025);
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(time(reading.start()));
        cells.add(measured.factor());
        cells.add(factor == null ? null : chinese ? factor.nameZh() : factor.nameEn());
        cells.add(factor == null ? null : factor.unit());
        if (realtime()) {
            cells.add(measured.rtd());
            cells.add(measured.zsRtd());
        } else {
            cells.add(measured.avg());
            cells.add(measured.zsAvg());
            cells.add(measured.min());
            cells.add(measured.max());
            cells.add(measured.zsMin());
            cells.add(measured.zsMax());
            cells.add(measured.cou());
        }
        cells.add(measured.flag());
        cells.add(reading.backfilled() ? texts.getString("yes") : null);
        cells.add(time(reading.receivedAt()));
        cells.add(reading.position());
        return cells;
    }

    private boolean realtime() {
        return query.kind() == Kind.REALTIME;
    }

    private String kind() {
        return texts.getString("kind." + query.kind());
    }

    private static String time(Instant moment) {
        return SECOND.format(moment);
    }
}
