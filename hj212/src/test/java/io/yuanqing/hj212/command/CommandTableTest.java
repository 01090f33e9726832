package io.yuanqing.hj212.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Edition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The catalogue against the command tables of the texts, written down a second time ({@code table.tsv}). */
class CommandTableTest {

    /** Y: in the table; C.n: example in appendix C; -: not in the edition or reserved there. */
    record Line(String cn, String started, String shape, String st, List<String> editions) {

        boolean isOf(Command command) {
            return command.cn().equals(cn)
                    && command.direction().name().equals(started)
                    && command.shape().name().equals(shape)
                    && String.join(",", command.systems()).equals(st.equals("-") ? "" : st)
                    && Arrays.stream(Edition.values()).allMatch(e -> fits(command, e));
        }

        private boolean fits(Command command, Edition edition) {
            String written = editions.get(edition.ordinal());
            String clause = command.clause(edition);
            return switch (written) {
                case "-" -> clause == null && !command.editions().contains(edition);
                case "[GAP]" -> clause != null && clause.startsWith("[GAP]") && !command.sure(edition);
                case "Y" -> command.sure(edition);
                default -> clause != null && List.of(clause.split(", ")).contains(written) && command.sure(edition);
            };
        }
    }

    private static List<Line> lines() throws IOException {
        try (var table = Objects.requireNonNull(CommandTableTest.class.getResourceAsStream("table.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .map(c -> new Line(c[0], c[1], c[2], c[3], List.of(c[4], c[5], c[6])))
                    .toList();
        }
    }

    /** A missing row is a packet that nobody answers; one too many is a command sent to a logger that does not know it. */
    @Test
    void eachRowIsOneCommandAndEachCommandOneRow() throws IOException {
        List<Line> lines = lines();
        for (Line line : lines) {
            assertThat(Arrays.stream(Command.values()).filter(line::isOf))
                    .as("%s", line)
                    .hasSize(1);
        }
        assertThat(Command.values()).hasSameSizeAs(lines);
    }

    @Test
    void eachCommandHasNamesAndAMessageForEachOfItsPackets() {
        for (Command command : Command.values()) {
            assertThat(command.zh()).isNotBlank();
            assertThat(command.en()).isNotBlank();
            assertThat(command.answers() != null).as("%s", command).isEqualTo(command.shape() == Shape.GET);
            Class<?> kind = switch (command.shape()) {
                case SET, GET, HIST -> Request.class;
                case UP -> Upload.class;
                case NOTICE_UP, NOTICE_DOWN -> Notice.class;
                case REPLY -> Reply.class;
            };
            assertThat(kind).as("%s", command).isAssignableFrom(command.opens());
        }
    }

    @Test
    void fieldsHaveARuleInAtLeastOneEditionAndTheirNamesAreUnique() {
        for (CpField field : CpField.values()) {
            assertThat(Arrays.stream(Edition.values()).filter(e -> field.ruleOf(e) != null))
                    .as("%s", field)
                    .isNotEmpty();
        }
        // CTime is an hour of the day in 2005 and a period in 2017, spelled Ctime.
        assertThat(Arrays.stream(CpField.values())
                        .map(f -> f.spelling().toLowerCase(Locale.ROOT))
                        .distinct())
                .hasSize(CpField.values().length - 1);
    }
}
