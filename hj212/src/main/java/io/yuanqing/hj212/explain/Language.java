package io.yuanqing.hj212.explain;

import java.util.Locale;

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
}
