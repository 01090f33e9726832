package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The examples' fields and values beside what a plain pattern search finds in their text
 * ({@code standard-examples-expected.tsv}, made without this library): two ways that share no code come to the same.
 */
class ExpectedResultsTest {

    @Test
    void everyExampleReadsAsItsTextSays() throws IOException {
        List<Corpus> examples = Corpus.all();
        int values = 0;
        List<String> rows = rows();
        assertThat(rows).hasSizeGreaterThan(350);
        for (String row : rows) {
            String[] cells = row.split("\t", -1);
            Corpus example = examples.get(Integer.parseInt(cells[0]) - 2);
            Packet packet = Decoder.decode(example.frame()).packet();
            assertThat(packet.cn()).as("%s", example).isEqualTo(cells[1]);
            if (!cells[2].isEmpty()) {
                assertThat(packet.qn()).as("%s", example).isEqualTo(cells[2]);
            }
            assertThat(packet.st()).as("%s", example).isEqualToIgnoringCase(cells[3].equals("null") ? "" : cells[3]);
            assertThat(orEmpty(packet.mn())).as("%s", example).isEqualTo(cells[4].equals("null") ? "" : cells[4]);
            assertThat(orEmpty(packet.value("DataTime"))).as("%s", example).isEqualTo(cells[5]);
            if (!cells[6].isEmpty()) {
                List<String> expected = List.of(cells[6].split("\\|"));
                values += expected.size();
                assertThat(written(packet)).as("%s", example).containsExactlyInAnyOrderElementsOf(expected);
                assertThat(expected).as("%s", example).allMatch(value -> grouped(packet, value));
            }
        }
        assertThat(values).isEqualTo(856);
    }

    private static List<String> written(Packet packet) {
        List<String> written = new ArrayList<>();
        for (Item item : packet.items()) {
            for (Field field : item.fields()) {
                if (field.name().matches("[A-Za-z0-9]+-[A-Za-z]+")) {
                    written.add(field.name() + "=" + field.value());
                }
            }
        }
        return written;
    }

    /** Whether the value stands under its factor and suffix. */
    private static boolean grouped(Packet packet, String value) {
        int dash = value.indexOf('-');
        int equals = value.indexOf('=');
        String factor = value.substring(0, dash);
        String suffix = value.substring(dash + 1, equals);
        for (Reading reading : packet.readings()) {
            for (var entry : reading.values().entrySet()) {
                if (reading.factor().equals(factor)
                        && entry.getKey().equalsIgnoreCase(suffix)
                        && entry.getValue().equals(value.substring(equals + 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    private static List<String> rows() throws IOException {
        try (InputStream file = ExpectedResultsTest.class.getResourceAsStream("standard-examples-expected.tsv")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        }
    }
}
