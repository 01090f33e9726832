package io.yuanqing.center.readings.tables;

import io.yuanqing.center.Center;
import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;

/** What an exported table says, in Chinese or English. */
final class TableTexts {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final boolean chinese;
    private final ResourceBundle texts;

    TableTexts(Locale language) {
        chinese = language.getLanguage().equals("zh");
        texts = ResourceBundle.getBundle(
                TableTexts.class.getPackageName() + ".columns",
                chinese ? Locale.CHINESE : Locale.ROOT,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String say(String key, Object... values) {
        String text = texts.getString(key);
        return values.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(values);
    }

    String factor(String code) {
        Factor factor = Factors.find(code, Edition.E2025);
        return factor == null ? code : chinese ? factor.nameZh() : factor.nameEn();
    }

    /** {@code 2026-11-20 14-15} of an hour, for it has two ends; {@code 2026-11}, {@code 2026 Q4}. */
    String period(TablePeriod period, Instant start) {
        ZonedDateTime at = start.atZone(Center.CITY_ZONE);
        String day = at.toLocalDate().toString();
        return switch (period) {
            case HOUR -> "%s %02d-%02d".formatted(day, at.getHour(), at.getHour() + 1);
            case DAY -> day;
            case MONTH -> day.substring(0, 7);
            case QUARTER -> at.getYear() + " Q" + ((at.getMonthValue() + 2) / 3);
            case YEAR -> String.valueOf(at.getYear());
        };
    }

    String minute(Instant moment) {
        return MINUTE.format(moment.atZone(Center.CITY_ZONE));
    }
}
