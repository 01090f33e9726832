package io.yuanqing.hj212;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a packet's two times: QN, when the logger sent it, and DataTime, when it measured. */
final class TimeCheck {

    /** Clocks within a logger may differ a little. */
    private static final Duration TOLERANCE = Duration.ofMinutes(10);

    private static final int FIRST_EDITION = 2005;

    /** Its first millisecond, as {@link DataTimes#number} has it. */
    private static final long FIRST = FIRST_EDITION * 10_000_000_000_000L;

    private TimeCheck() {}

    /** @param sent as {@link DataTimes#number} reads the QN */
    static void qn(int at, String qn, long sent, List<Problem> problems) {
        if (sent >= 0 && qn.length() == 17 && digitsOnly(qn)) {
            return;
        }
        String shown = Decoder.shortened(qn);
        problems.add(Problem.of(
                        Problem.Code.QN_UNREADABLE,
                        at,
                        "QN '" + shown + "' is no time with milliseconds (yyyyMMddHHmmssSSS)",
                        "QN“" + shown + "”不是精确到毫秒的时间（yyyyMMddHHmmssSSS）",
                        shown,
                        null)
                .because(
                        qn.length() == 14 && DataTimes.read(qn) != null
                                ? new Words("QN has no milliseconds", "QN 缺少毫秒")
                                : otherForm(qn)));
    }

    /** Whether a DataTime, as {@link DataTimes#number} has it, is plainly right. */
    static boolean right(long dataTime, Header header) {
        return dataTime >= FIRST && (header.sent() < 0 || dataTime <= header.sent());
    }

    /** What is wrong with a DataTime, its place still 0; null if nothing is. */
    static @Nullable Problem dataTime(String text, Header header) {
        LocalDateTime time = DataTimes.read(text);
        String shown = Decoder.shortened(text);
        if (time == null) {
            return Problem.of(
                            Problem.Code.DATA_TIME_UNREADABLE,
                            0,
                            "DataTime '" + shown + "' is no date and time (yyyyMMddHHmmss)",
                            "DataTime“" + shown + "”不是日期时间（yyyyMMddHHmmss）",
                            shown,
                            null)
                    .because(otherForm(text));
        }
        if (time.getYear() < FIRST_EDITION) {
            return Problem.of(
                            Problem.Code.DATA_TIME_EARLY,
                            0,
                            "DataTime " + time + " lies before 2005, when HJ 212 was first issued",
                            "DataTime " + time + " 早于 HJ 212 首次发布的 2005 年",
                            shown,
                            null)
                    .because(reset(time));
        }
        String qn = header.qn();
        LocalDateTime sent = qn == null || qn.length() != 17 ? null : DataTimes.read(qn);
        if (sent == null || !time.isAfter(sent) || !time.isAfter(sent.plus(TOLERANCE))) {
            return null;
        }
        return Problem.of(
                        Problem.Code.DATA_TIME_AFTER_QN,
                        0,
                        "DataTime " + time + " lies after QN " + sent + ": measured later than sent",
                        "DataTime " + time + " 晚于 QN " + sent + "：监测时间晚于发送时间",
                        shown,
                        qn)
                .because(ahead(time, sent, header.cn()));
    }

    private static @Nullable Words ahead(LocalDateTime time, LocalDateTime sent, String cn) {
        Duration ahead = Duration.between(sent, time);
        if (cn.equals("2011") && ahead.minusHours(8).abs().compareTo(Duration.ofMinutes(1)) <= 0) {
            return new Words("QN is eight hours behind: it seems to be in UTC", "QN 恰好慢 8 小时：似乎用了世界时（UTC）");
        }
        boolean nextHour = cn.equals("2061")
                && time.equals(sent.plusHours(1).withMinute(0).withSecond(0).withNano(0));
        boolean nextDay =
                cn.equals("2031") && time.equals(sent.toLocalDate().plusDays(1).atStartOfDay());
        return nextHour || nextDay
                ? new Words(
                        "DataTime is the next period's beginning: it seems to be the end of this one",
                        "DataTime 是下一时段的开始：似乎填写了时段的结束时间")
                : null;
    }

    /** Another way to write a time of our days; null if it reads as none. */
    private static @Nullable Words otherForm(String text) {
        if (!digitsOnly(text)) {
            return null;
        }
        if (text.length() == 10 && ofOurDays(Instant.ofEpochSecond(Long.parseLong(text)))) {
            return new Words("it is a Unix time in seconds", "写成了以秒计的 Unix 时间戳");
        }
        if (text.length() == 13 && ofOurDays(Instant.ofEpochMilli(Long.parseLong(text)))) {
            return new Words("it is a Unix time in milliseconds", "写成了以毫秒计的 Unix 时间戳");
        }
        if ((text.length() == 14 || text.length() == 17) && swapped(text) != null) {
            return new Words("day and month are swapped", "日和月颠倒");
        }
        return null;
    }

    private static boolean ofOurDays(Instant instant) {
        int year = instant.atOffset(ZoneOffset.ofHours(8)).getYear();
        return year >= FIRST_EDITION && year < 2100;
    }

    private static @Nullable LocalDateTime swapped(String text) {
        return DataTimes.read(text.substring(0, 4) + text.substring(6, 8) + text.substring(4, 6) + text.substring(8));
    }

    /** The first days of the years from which clocks count. */
    private static @Nullable Words reset(LocalDateTime time) {
        boolean start = time.getYear() == 1970 || time.getYear() == 1980 || time.getYear() == 2000;
        return start && time.getDayOfYear() <= 31
                ? new Words("the logger's clock has started anew: its battery may be empty", "数采仪时钟已复位：可能是电池没电")
                : null;
    }

    private static boolean digitsOnly(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
