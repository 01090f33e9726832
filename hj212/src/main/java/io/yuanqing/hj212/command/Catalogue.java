package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Packet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds a packet's place in the table of commands. */
final class Catalogue {

    private static final Map<String, List<Row>> BY_CN =
            rows().stream().collect(Collectors.groupingBy(row -> row.command().cn(), Collectors.toUnmodifiableList()));

    private Catalogue() {}

    /** A kind of packet: a command's opening or its answer. */
    record Row(Command command, Form form) {}

    static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Command command : Command.values()) {
            rows.add(new Row(command, command.opening()));
            Form answer = command.answer();
            if (answer != null) {
                rows.add(new Row(command, answer));
            }
        }
        return rows;
    }

    /**
     * Narrows the rows of the packet's CN, from the surest sign to the weakest. A test that none passes is passed over:
     * a device of one edition may send what is another's. Of what is left the first in the table's order counts.
     */
    static Optional<Row> find(Packet packet, Edition edition, Direction way) {
        List<Row> rows = BY_CN.getOrDefault(packet.cn(), List.of());
        rows = narrow(rows, row -> row.form().way().admits(way));
        rows = marked(rows, row -> row.form().sign() == null, row -> shows(row, packet));
        rows = marked(
                rows,
                row -> row.command().systems().isEmpty(),
                row -> row.command().systems().contains(packet.st()));
        rows = narrow(rows, row -> row.command().editions().contains(edition));
        return rows.stream().findFirst();
    }

    private static boolean shows(Row row, Packet packet) {
        Sign sign = row.form().sign();
        return sign != null && sign.in(packet);
    }

    /** The rows with the mark that is there; if none has it, those without any. */
    private static List<Row> marked(List<Row> rows, Predicate<Row> unmarked, Predicate<Row> fits) {
        List<Row> fitting = rows.stream().filter(fits).toList();
        return fitting.isEmpty() ? narrow(rows, unmarked) : fitting;
    }

    private static List<Row> narrow(List<Row> rows, Predicate<Row> test) {
        List<Row> left = rows.size() < 2 ? rows : rows.stream().filter(test).toList();
        return left.isEmpty() ? rows : left;
    }
}
