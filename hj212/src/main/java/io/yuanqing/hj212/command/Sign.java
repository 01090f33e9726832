package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Field;
import io.yuanqing.hj212.Item;
import io.yuanqing.hj212.Packet;
import java.util.List;
import java.util.function.Predicate;

/** What tells the packets of one CN from each other. */
interface Sign {

    boolean in(Packet packet);

    /** The CP says nothing; a 2005 QN does not count. */
    Sign EMPTY = packet -> !any(packet, field -> !field.name().equalsIgnoreCase("QN"));

    /** The CP has values of factors or devices: {@code xx-Rtd}. */
    Sign VALUES = packet -> any(packet, field -> field.name().indexOf('-') > 0);

    /** The CP has a field of one of the names. */
    static Sign has(String... names) {
        List<String> wanted = List.of(names);
        return packet -> any(packet, field -> wanted.stream().anyMatch(field.name()::equalsIgnoreCase));
    }

    private static boolean any(Packet packet, Predicate<Field> test) {
        for (Item item : packet.items()) {
            for (Field field : item.fields()) {
                if (test.test(field)) {
                    return true;
                }
            }
        }
        return false;
    }
}
