package io.yuanqing.hj212.command;

import io.yuanqing.hj212.DataTimes;
import io.yuanqing.hj212.Field;
import io.yuanqing.hj212.Item;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Reading;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads a CP's fields by name, whatever their case, and remembers which were not understood. */
final class CpReader {

    private final Packet packet;
    private final List<Field> unread = new ArrayList<>();

    CpReader(Packet packet) {
        this.packet = packet;
        for (Item item : packet.items()) {
            unread.addAll(item.fields());
        }
    }

    Packet packet() {
        return packet;
    }

    List<Field> unread() {
        return List.copyOf(unread);
    }

    /** The first field of one of the names that has a value. */
    @Nullable
    String text(CpField... names) {
        return take(names, value -> value);
    }

    @Nullable
    Integer number(CpField... names) {
        return take(names, CpReader::integer);
    }

    @Nullable
    LocalDateTime time(CpField... names) {
        return take(names, DataTimes::read);
    }

    /** hhmmss or hhmm. */
    @Nullable
    LocalTime timeOfDay(CpField name) {
        return take(new CpField[] {name}, CpReader::clock);
    }

    List<String> texts(CpField name) {
        List<String> texts = new ArrayList<>();
        for (String text = text(name); text != null; text = text(name)) {
            texts.add(text);
        }
        return List.copyOf(texts);
    }

    List<Integer> numbers(CpField name) {
        List<Integer> numbers = new ArrayList<>();
        for (Integer number = number(name); number != null; number = number(name)) {
            numbers.add(number);
        }
        return List.copyOf(numbers);
    }

    /** Whatever is named {@code factor-suffix}. */
    List<Reading> readings() {
        Set<Field> read = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Item item : packet.items()) {
            boolean factor = false;
            for (Field field : item.fields()) {
                boolean value = ofFactor(field.name());
                factor |= value;
                // "a34001-Rtd=92,Flag=N" belongs to the item's factor.
                if (value || factor && field.name().equalsIgnoreCase("Flag")) {
                    read.add(field);
                }
            }
        }
        unread.removeIf(read::contains);
        return packet.readings();
    }

    private static boolean ofFactor(String name) {
        int dash = name.lastIndexOf('-');
        return dash > 0
                && !name.substring(0, dash).isBlank()
                && !name.substring(dash + 1).isBlank();
    }

    private <T> @Nullable T take(CpField[] names, Function<String, @Nullable T> read) {
        for (int i = 0; i < unread.size(); i++) {
            for (CpField name : names) {
                if (name.isNamed(unread.get(i).name())) {
                    T value = unread.get(i).value().isEmpty()
                            ? null
                            : read.apply(unread.get(i).value());
                    if (value != null) {
                        unread.remove(i);
                        return value;
                    }
                }
            }
        }
        return null;
    }

    static @Nullable Integer integer(String text) {
        boolean digits = !text.isEmpty() && text.length() <= 9 && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.valueOf(text) : null;
    }

    private static @Nullable LocalTime clock(String text) {
        Integer number = text.length() == 6 || text.length() == 4 ? integer(text) : null;
        if (number == null) {
            return null;
        }
        int seconds = text.length() == 6 ? number : number * 100;
        int hour = seconds / 10_000;
        int minute = seconds / 100 % 100;
        return hour > 23 || minute > 59 || seconds % 100 > 59 ? null : LocalTime.of(hour, minute, seconds % 100);
    }
}
