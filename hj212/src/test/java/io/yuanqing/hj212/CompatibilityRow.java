package io.yuanqing.hj212;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A line of {@code compatibility.tsv}: something that the standards misprint or devices send otherwise, a stream that has
 * it, and how it is read. The last six cells hold as many pieces, separated by {@code |}, as frames and runs of noise come
 * out of the stream; {@code -} is nothing.
 *
 * @param kind misprint or quirk
 * @param group the page's section
 * @param shown the piece of the stream that matters
 * @param needs what must be configured: {@code crc MODE}, {@code length MODE},
 *     {@code edition YEAR}, {@code key TEXT}, {@code alias NAME=CODE}
 * @param frames {@code ok}, {@code bad} (not to be taken as data) or {@code noise}
 * @param values an excerpt: {@code w01018-Rtd=20.5} a number, {@code …=none "raw"} text that is no number, {@code …="raw"}
 *     text, of a reading or a field of the CP; {@code @QN="…"} of the packet; {@code O3 is "a05024"} by alias,
 *     {@code 011 replaced by "w01018"} by edition
 * @param problems the codes, all of them, in their order
 */
record CompatibilityRow(
        String id,
        String kind,
        String group,
        String origin,
        String what,
        String shown,
        String needs,
        String read,
        String stream,
        List<String> frames,
        List<String> mns,
        List<String> cns,
        List<String> times,
        List<String> values,
        List<String> problems) {

    static List<CompatibilityRow> all() {
        return lines("compatibility.tsv").stream().map(CompatibilityRow::row).toList();
    }

    /** A data file's lines without its head. */
    static List<String> lines(String file) {
        try (InputStream in = CompatibilityRow.class.getResourceAsStream(file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CompatibilityRow row(String line) {
        String[] c = line.split("\t", -1);
        if (c.length != 15) {
            throw new IllegalArgumentException(c.length + " cells instead of 15: " + line);
        }
        return new CompatibilityRow(
                c[0],
                c[1],
                c[2],
                c[3],
                c[4],
                c[5],
                c[6],
                c[7],
                c[8],
                pieces(c[9]),
                pieces(c[10]),
                pieces(c[11]),
                pieces(c[12]),
                pieces(c[13]),
                pieces(c[14]));
    }

    private static List<String> pieces(String cell) {
        return Arrays.stream(cell.split(" \\| ")).map(String::strip).toList();
    }

    Device device() {
        Map<String, String> set = configured();
        String edition = set.get("edition");
        String key = set.get("key");
        return new Device(
                edition == null ? null : Edition.ofYear(edition),
                CrcPolicy.valueOf(set.getOrDefault("crc", "STRICT")),
                LengthPolicy.valueOf(set.getOrDefault("length", "STRICT")),
                key == null ? Keys.NONE : new Keys(List.of(Sm4.of(key))));
    }

    Aliases aliases() {
        String alias = configured().get("alias");
        return alias == null ? Aliases.USUAL : Aliases.of(Map.of(alias.split("=")[0], alias.split("=")[1]));
    }

    private Map<String, String> configured() {
        Map<String, String> set = new HashMap<>();
        if (!needs.equals("-")) {
            for (String one : needs.split("; ")) {
                set.put(one.split(" ")[0], one.split(" ")[1]);
            }
        }
        return set;
    }

    @Override
    public String toString() {
        return id + " " + what;
    }
}
