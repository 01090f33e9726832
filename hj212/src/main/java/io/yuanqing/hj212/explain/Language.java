package io.yuanqing.hj212.explain;

import io.yuanqing.hj212.command.Named;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of an explanation. */
public enum Language {
    /** Chinese, in simplified characters. */
    ZH,
    /** English. */
    EN;

    /** Chinese where people speak it, else English. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("zh") ? ZH : EN;
    }

    String say(String zh, String en) {
        return this == ZH ? zh : en;
    }

    @Nullable
    String say(@Nullable Named named) {
        return named == null ? null : say(named.zh(), named.en());
    }
}
