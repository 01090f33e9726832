package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import io.yuanqing.hj212.command.Direction;
import io.yuanqing.hj212.command.Received;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The notes on compatibility say what the library does: each is tried with its stream. */
class CompatibilityTest {

    private static final Pattern VALUE = Pattern.compile("(@?[^=\"]+)=(none )?(.*)");
    private static final Pattern ALIAS = Pattern.compile("(\\S+) (is|replaced by) \"(.*)\"");

    static Stream<CompatibilityRow> rows() {
        return CompatibilityRow.all().stream();
    }

    /** A note that no longer holds would send the reader of a logger's manual the wrong way. */
    @ParameterizedTest
    @MethodSource("rows")
    void eachIsReadAsItsNoteSays(CompatibilityRow row) {
        List<Cut> pieces = cut(Corpus.bytes(row.stream()));
        List<Decoded> decoded = pieces.stream()
                .map(piece -> Decoder.decode(piece.bytes(), row.device()))
                .toList();
        List<String> frames = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            frames.add(
                    pieces.get(i) instanceof Cut.Noise
                            ? "noise"
                            : decoded.get(i).ok() ? "ok" : "bad");
        }
        assertThat(frames).as("%s", decoded).isEqualTo(row.frames());
        for (int i = 0; i < pieces.size(); i++) {
            assertThat(frames.get(i).equals("noise") ? "NOISE" : codes(decoded.get(i)))
                    .as("piece %d", i)
                    .isEqualTo(row.problems().get(i));
            Packet packet =
                    frames.get(i).equals("noise") ? null : decoded.get(i).packet();
            assertThat(orDash(packet == null ? null : packet.mn()))
                    .isEqualTo(row.mns().get(i));
            assertThat(orDash(packet == null ? null : packet.cn()))
                    .isEqualTo(row.cns().get(i));
            assertThat(orDash(packet == null ? null : packet.dataTime()))
                    .isEqualTo(row.times().get(i));
            if (!row.values().get(i).equals("-")) {
                values(row, decoded.get(i), row.values().get(i).split(" ; "));
            }
        }
    }

    @Test
    void eachHasANumberOfItsOwnAndAStreamThatShowsIt() {
        assertThat(rows().map(CompatibilityRow::id)).doesNotHaveDuplicates().allMatch(id -> id.matches("[MQ]\\d+"));
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.stream()).contains(row.shown());
            assertThat(row.id().startsWith("M")).isEqualTo(row.kind().equals("misprint"));
        });
    }

    private static List<Cut> cut(byte[] stream) {
        Framer framer = new Framer();
        framer.feed(stream, 0, stream.length);
        List<Cut> pieces = new ArrayList<>();
        for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
            pieces.add(cut);
        }
        for (Cut cut = framer.finish(); cut != null; cut = framer.finish()) {
            pieces.add(cut);
        }
        return pieces;
    }

    private static String codes(Decoded decoded) {
        List<String> codes = decoded.problems().stream()
                .map(problem -> problem.code().name())
                .toList();
        return codes.isEmpty() ? "-" : String.join(" ", codes);
    }

    private static void values(CompatibilityRow row, Decoded decoded, String[] expected) {
        Packet packet = decoded.packet();
        assertThat(packet).isNotNull();
        Map<String, Integer> seen = new HashMap<>();
        for (String one : expected) {
            Matcher alias = ALIAS.matcher(one);
            if (alias.matches()) {
                String sent = alias.group(1);
                assertThat(packet.readings()).extracting(Reading::factor).contains(sent);
                String code = alias.group(2).equals("is")
                        ? row.aliases().code(sent)
                        : Factors.ofLegacy(sent).code();
                assertThat(code).isEqualTo(alias.group(3));
                continue;
            }
            Matcher value = VALUE.matcher(one);
            assertThat(value.matches()).as(one).isTrue();
            String name = value.group(1);
            String text = value.group(3);
            if (name.startsWith("@")) {
                assertThat(ofPacket(decoded, packet, name)).as(one).isEqualTo(unquoted(text));
            } else {
                compare(one, packet, name, seen.merge(name, 1, Integer::sum) - 1, value.group(2) != null, text);
            }
        }
    }

    /** The {@code nth} of that name. */
    private static void compare(String one, Packet packet, String name, int nth, boolean none, String text) {
        boolean number = !none && !text.startsWith("\"");
        int dash = name.lastIndexOf('-');
        List<Reading> readings = packet.readings().stream()
                .filter(reading -> dash > 0
                        && reading.factor().equals(name.substring(0, dash))
                        && reading.values().containsKey(name.substring(dash + 1)))
                .toList();
        if (readings.isEmpty()) {
            List<String> fields = fields(packet, name);
            assertThat(fields).as(one).hasSizeGreaterThan(nth);
            assertThat(fields.get(nth)).as(one).isEqualTo(unquoted(text));
            return;
        }
        assertThat(readings).as(one).hasSizeGreaterThan(nth);
        Reading reading = readings.get(nth);
        BigDecimal read = reading.number(name.substring(dash + 1));
        if (number) {
            assertThat(read).as(one).isEqualByComparingTo(text);
        } else {
            assertThat(reading.values().get(name.substring(dash + 1))).as(one).isEqualTo(unquoted(text));
        }
        if (none) {
            assertThat(read).as(one).isNull();
        }
    }

    private static List<String> fields(Packet packet, String name) {
        return packet.items().stream()
                .flatMap(item -> item.fields().stream())
                .filter(field -> field.name().equalsIgnoreCase(name))
                .map(Field::value)
                .toList();
    }

    private static @Nullable String ofPacket(Decoded decoded, Packet packet, String name) {
        Object value = switch (name) {
            case "@QN" -> packet.qn();
            case "@ST" -> packet.st();
            case "@PW" -> packet.pw();
            case "@Flag" -> packet.flagPresent() ? packet.flag() : null;
            case "@PNUM" -> packet.pnum();
            case "@PNO" -> packet.pno();
            case "@RF" -> packet.backfilled();
            case "@answerWanted" -> packet.answerWanted();
            case "@edition" -> decoded.edition().year();
            case "@crc" -> decoded.crc();
            case "@received" ->
                Received.of(packet, decoded.edition(), Direction.UP).isPresent();
            case "@opened" -> decoded.openedBy() != null;
            default -> throw new IllegalArgumentException(name + " is nothing of a packet");
        };
        return value == null ? "-" : value.toString();
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") ? text.substring(1, text.length() - 1) : text;
    }

    private static String orDash(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? "-" : value.toString();
    }
}
