package io.yuanqing.hj212.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.Edition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
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

    /** The field dictionary (HJ/T 212-2005 table 5, HJ 212-2017 table 4, 2025 table 5), written down a second time. */
    @Test
    void theFieldDictionaryIsComplete() {
        String[] all = ("SystemTime DataTime BeginTime EndTime RtdInterval OverTime ReCount QnRtn ExeRtn PolId"
                        + " -Rtd -Min -Avg -Max -ZsRtd -ZsMin -ZsAvg -ZsMax -Cou -Flag -RS -RT -Data -DayData -NightData")
                .split(" ");
        // CTime is the hour of the day that 2017 made a period, spelled Ctime.
        String[] only2005 = ("-Ala -UpValue -LowValue AlarmTime AlarmType AlarmTarget ReportTarget ReportTime WarnTime"
                        + " -DayStdValue -NightStdValue PW QN CN PNO PNUM CTime")
                .split(" ");
        String[] from2017 =
                "MinInterval RestartTime -EFlag -SampleTime -SN -Info InfoId VaseNo CstartTime Ctime Stime NewPW"
                        .split(" ");
        String[] only2025 = ("-RawAvg -CompleteTime -SampleType -SampleRd -StandardValue -ResultType CalibrationType"
                        + " SKCreateTime NewSK i23005-Info")
                .split(" ");
        assertThat(spellings("2005 2017 2025")).containsExactlyInAnyOrder(all);
        assertThat(spellings("2005")).containsExactlyInAnyOrder(only2005);
        assertThat(spellings("2017 2025")).containsExactlyInAnyOrder(from2017);
        assertThat(spellings("2025")).containsExactlyInAnyOrder(only2025);
    }

    private static List<String> spellings(String editions) {
        return Arrays.stream(CpField.values())
                .filter(field -> editions.equals(Arrays.stream(Edition.values())
                        .filter(e -> field.ruleOf(e) != null)
                        .map(Edition::year)
                        .collect(Collectors.joining(" "))))
                .map(CpField::spelling)
                .toList();
    }

    @Test
    void systemCodesAndFlagsAreThoseOfEachEdition() {
        String s05 = "21 22 23 31 32 33 34 35 36 37 38 41 91";
        String s17 = "21 22 23 24 25 26 27 31 32 33 34 35 36 37 38 39 41 51 52 91";
        String s25 = "21 22 23 24 25 26 27 31 32 33 34 35 36 37 38 39 41 44 45 91";
        List<String> systems = List.of(s05, s17, s25);
        List<String> flags = List.of("N F M S D C T P", "N F M S D C T B", "N M D C T Td");
        for (Edition edition : Edition.values()) {
            assertThat(Arrays.stream(SystemCode.values())
                            .filter(s -> s.sure(edition))
                            .map(SystemCode::code)
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(systems.get(edition.ordinal()));
            assertThat(Arrays.stream(DataFlag.values())
                            .filter(f -> f.sure(edition))
                            .map(DataFlag::code)
                            .collect(Collectors.joining(" ")))
                    .isEqualTo(flags.get(edition.ordinal()));
        }
        assertThat(SystemCode.FLUE_GAS_PROCESS.in(Edition.E2025)).isTrue();
        assertThat(DataFlag.of("td")).contains(DataFlag.KEY_PARAMETER);
        assertThat(SystemCode.of("A1")).isEmpty();
    }
}
