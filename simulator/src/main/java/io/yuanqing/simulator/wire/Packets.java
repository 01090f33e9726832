package io.yuanqing.simulator.wire;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Encoder;
import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import io.yuanqing.simulator.city.CityPoint;
import io.yuanqing.simulator.nature.CityTime;
import io.yuanqing.simulator.nature.Means;
import io.yuanqing.simulator.nature.Minute;
import io.yuanqing.simulator.nature.Noise;
import io.yuanqing.simulator.nature.PointModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The packets of one logger in its edition. The same data give the same bytes whenever they are asked for: the QN is the
 * moment at which the packet is due, not the one at which it is sent.
 */
public final class Packets {

    /** The CP's length is limited to 950 characters; longer ones are split between factors (PNUM, PNO). */
    private static final int LONGEST_CP = 950;

    private final CityPoint point;
    private final PointModel model;
    private final List<String> codes;
    private final boolean silent;
    private final int millis;

    /** @param silent a 2005 logger that writes neither QN nor Flag and expects no answer */
    public Packets(PointModel model, boolean silent) {
        this.point = model.point();
        this.model = model;
        this.codes = point.factors().stream().map(this::code).toList();
        this.silent = silent && point.edition() == Edition.E2005;
        this.millis = (int) (Noise.key(1, point.mn()) & 0x1FF);
    }

    /** Whether the logger waits for answers. */
    public boolean answered() {
        return !silent;
    }

    /** 2011 of a second. */
    public List<Upload> realtime(long second) {
        long minute = Math.floorDiv(second, 60);
        int within = (int) Math.floorMod(second, 60L);
        Minute now = model.at(minute);
        List<String> items = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            String factor = point.factors().get(i);
            int decimals = Digits.decimals(factor);
            StringBuilder item = new StringBuilder();
            if (model.sampled(factor) && point.edition() != Edition.E2005) {
                value(item, i, "SampleTime")
                        .append(CityTime.stamp(model.sampleMinute(minute) * 60))
                        .append(',');
            }
            number(item, i, "Rtd", now.instant(i, within), decimals);
            if (model.converts(factor)) {
                number(item.append(','), i, "ZsRtd", now.convertedInstant(i, within), decimals);
            }
            value(item.append(','), i, "Flag").append(now.flag()[i]);
            items.add(item.toString());
        }
        return split("2011", second, CityTime.stamp(second), items, false);
    }

    /** 2051, 2061 or 2031 of a period. */
    public List<Upload> means(Period period, long start, Means[] means, boolean backfilled) {
        List<String> items = new ArrayList<>();
        double dry = 1;
        int humidity = point.factors().indexOf("a01014");
        if (humidity >= 0) {
            dry = 1 - means[humidity].mean() / 100;
        }
        for (int i = 0; i < codes.size(); i++) {
            items.add(item(period, i, means[i], dry));
        }
        int length = period.seconds(point.minuteInterval());
        long stamped = point.endStamped() ? start + length : start;
        return split(period.cn(), start + length, CityTime.stamp(stamped), items, backfilled);
    }

    private String item(Period period, int i, Means means, double dry) {
        String factor = point.factors().get(i);
        int decimals = Digits.decimals(factor);
        StringBuilder item = new StringBuilder();
        if (!Double.isNaN(means.total())) {
            number(item, i, "Cou", means.total(), Digits.totalDecimals(factor)).append(',');
        }
        number(item, i, "Min", means.low(), decimals).append(',');
        number(item, i, "Avg", means.mean(), decimals).append(',');
        number(item, i, "Max", means.high(), decimals);
        if (model.converts(factor)) {
            number(item.append(','), i, "ZsMin", means.convertedLow(), decimals);
            number(item.append(','), i, "ZsAvg", means.convertedMean(), decimals);
            number(item.append(','), i, "ZsMax", means.convertedHigh(), decimals);
            if (period == Period.MINUTES && point.edition() == Edition.E2025) {
                // As measured: wet.
                number(item.append(','), i, "RawAvg", means.mean() * dry, decimals);
            }
        }
        value(item.append(','), i, "Flag").append(means.flag());
        return item.toString();
    }

    /** 2081: when the logger was switched on. */
    public Upload restart(long second) {
        String cp = "DataTime=" + CityTime.stamp(second) + ";RestartTime=" + CityTime.stamp(second - 45);
        return upload("2081", point.st(), qn(second, 0), cp, 0, 0, false);
    }

    /** 9015: the 2025 heartbeat, answered by 9013. */
    public Upload heartbeat(long second) {
        return upload("9015", "91", qn(second, 9), "", 0, 0, false);
    }

    /** 2021: whether the treatment's two devices run (1) or not (0). */
    public Upload deviceStates(long second) {
        int running = model.running(Math.floorDiv(second, 60)) ? 1 : 0;
        String cp = "DataTime=" + CityTime.stamp(second) + ";SB1-RS=" + running + ";SB2-RS=" + running;
        return upload("2021", point.st(), qn(second, 1), cp, 0, 0, false);
    }

    /** 2041: for how many hours of a day they ran, from the load at each quarter of an hour. */
    public Upload deviceHours(long dayStart) {
        int quarters = 0;
        for (int quarter = 0; quarter < 96; quarter++) {
            if (model.running(dayStart / 60 + quarter * 15L)) {
                quarters++;
            }
        }
        String hours = String.format(Locale.ROOT, "%.2f", quarters / 4.0);
        String cp = "DataTime=" + CityTime.stamp(dayStart) + ";SB1-RT=" + hours + ";SB2-RT=" + hours;
        return upload("2041", point.st(), qn(dayStart + CityTime.DAY, 2), cp, 0, 0, false);
    }

    /** 3019: the serial number of the analyser of the first factor. */
    public Upload instrument(long second) {
        String cp = "DataTime=" + CityTime.stamp(second) + ";PolId=" + codes.get(0) + ";" + codes.get(0) + "-SN="
                + serial(0);
        return upload("3019", point.st(), qn(second, 3), cp, 0, 0, false);
    }

    /** The factors' codes in the logger's edition. */
    public List<String> codes() {
        return codes;
    }

    /** The serial number of a factor's analyser, 24 characters. */
    public String serial(int factor) {
        return String.format(Locale.ROOT, "%024X", Noise.key(7 + factor, point.mn()) >>> 8);
    }

    /** 3020: the analyser's log, in Chinese. */
    public Upload log(long second, String text) {
        String cp = "DataTime=" + CityTime.stamp(second) + ";PolId=" + codes.get(0) + ";i11001-Info=//" + text + "//";
        return upload("3020", point.st(), qn(second, 4), cp, 0, 0, false);
    }

    private List<Upload> split(String cn, long due, String dataTime, List<String> items, boolean backfilled) {
        List<StringBuilder> parts = new ArrayList<>();
        for (String item : items) {
            StringBuilder last = parts.isEmpty() ? null : parts.get(parts.size() - 1);
            if (last == null || last.length() + 1 + item.length() > LONGEST_CP) {
                last = new StringBuilder(LONGEST_CP).append("DataTime=").append(dataTime);
                parts.add(last);
            }
            last.append(';').append(item);
        }
        List<Upload> uploads = new ArrayList<>(parts.size());
        int pnum = parts.size() == 1 ? 0 : parts.size();
        // Packets that are due in the same second are told apart by their thousandths.
        int burst = switch (cn) {
            case "2061" -> 40;
            case "2031" -> 60;
            case "2011" -> 80;
            default -> 20;
        };
        for (int i = 0; i < parts.size(); i++) {
            uploads.add(upload(cn, point.st(), qn(due, burst + i), parts.get(i).toString(), pnum, i + 1, backfilled));
        }
        return uploads;
    }

    private Upload upload(String cn, String st, String qn, String cp, int pnum, int pno, boolean backfilled) {
        StringBuilder segment = new StringBuilder(cp.length() + 130);
        if (!silent) {
            segment.append("QN=").append(qn).append(';');
        }
        segment.append("ST=").append(st);
        segment.append(";CN=").append(cn);
        segment.append(";PW=").append(point.password());
        segment.append(";MN=").append(point.mn()).append(';');
        if (!silent) {
            int flag = point.edition().versionBits() + 1 + (pnum > 0 ? 2 : 0);
            segment.append("Flag=").append(flag).append(';');
        }
        if (pnum > 0) {
            segment.append("PNUM=").append(pnum).append(";PNO=").append(pno).append(';');
        }
        if (backfilled && point.edition() == Edition.E2025) {
            segment.append("RF=1;");
        }
        segment.append("CP=&&").append(cp).append("&&");
        return new Upload(cn, qn, !silent, Encoder.frame(segment.toString()));
    }

    /** The logger's milliseconds never change, as with much firmware; parts of one record count on. */
    private String qn(long second, int ordinal) {
        int thousandths = millis + ordinal;
        return CityTime.stamp(second)
                + (char) ('0' + thousandths / 100)
                + (char) ('0' + thousandths / 10 % 10)
                + (char) ('0' + thousandths % 10);
    }

    private StringBuilder value(StringBuilder item, int i, String suffix) {
        return item.append(codes.get(i)).append('-').append(suffix).append('=');
    }

    private StringBuilder number(StringBuilder item, int i, String suffix, double value, int decimals) {
        Digits.append(value(item, i, suffix), value, decimals);
        return item;
    }

    private String code(String factor) {
        Factor known = point.edition() == Edition.E2005 ? Factors.find(factor) : null;
        String legacy = known == null ? null : known.legacyCode();
        return legacy == null ? factor : legacy;
    }
}
