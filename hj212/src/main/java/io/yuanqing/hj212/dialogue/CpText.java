package io.yuanqing.hj212.dialogue;

import io.yuanqing.hj212.Field;
import io.yuanqing.hj212.Item;
import io.yuanqing.hj212.Packet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/**
 * A CP as a head, which every part of a split message repeats, and its other items.
 *
 * <pre>
 *   QN=…;DataTime=20160801080000;PolId=w01018;w01018-Cou=63.0,w01018-Flag=N;w01001-Avg=7.5,w01001-Flag=N
 *   |---------------- head ----------------| |----------- item -----------| |---------- item ---------|
 * </pre>
 *
 * QN stands in the CP of 2005 replies; PolId says whose the information of a 3020 is.
 */
record CpText(List<String> head, List<String> items) {

    private static final List<String> HEAD = List.of("QN", "DATATIME", "POLID");

    static CpText of(Packet packet) {
        Map<String, String> head = new LinkedHashMap<>();
        List<String> items = new ArrayList<>();
        for (Item item : packet.items()) {
            String name = item.fields().get(0).name().toUpperCase(Locale.ROOT);
            boolean leads = items.isEmpty() && item.fields().size() == 1 && HEAD.contains(name);
            if (!leads || head.putIfAbsent(name, text(item)) != null) {
                items.add(text(item));
            }
        }
        return new CpText(List.copyOf(head.values()), List.copyOf(items));
    }

    static String text(Item item) {
        StringJoiner fields = new StringJoiner(",");
        for (Field field : item.fields()) {
            fields.add(field.name() + "=" + field.value());
        }
        return fields.toString();
    }

    String joined() {
        StringJoiner all = new StringJoiner(";");
        head.forEach(all::add);
        items.forEach(all::add);
        return all.toString();
    }

    /** Bytes on the wire: UTF-8, as the encoder writes. */
    static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
