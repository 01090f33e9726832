package io.yuanqing.center.registry.sheets;

import java.util.List;

/**
 * A column of the template.
 *
 * @param key the field behind it
 * @param title its head, by which it is found wherever it stands
 * @param hint what to write into it, for the page of explanations
 * @param choices the words that it takes; empty: free
 */
record Column(String key, String title, boolean required, String hint, List<String> choices) {

    static Column required(String key, String title, String hint) {
        return new Column(key, title, true, hint, List.of());
    }

    static Column optional(String key, String title, String hint) {
        return new Column(key, title, false, hint, List.of());
    }

    static Column choice(String key, String title, boolean required, Words<?> words) {
        return new Column(key, title, required, String.join("、", words.all()), words.all());
    }
}
