package io.yuanqing.center;

import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.Problem;
import io.yuanqing.hj212.Reading;
import io.yuanqing.hj212.command.Command;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** Writes decoded frames as JSON lines. */
final class DecodedLines implements Decode.Output {

    /** Values that are text by their nature, even when they consist of digits. */
    private static final Set<String> TEXTS =
            Set.of("EFlag", "SN", "SampleTime", "CompleteTime", "SampleType", "ResultType");

    /** Values that the standard defines as numbers: null when the text is none. */
    private static final Set<String> NUMBERS = Set.of(
            "Rtd",
            "Avg",
            "Min",
            "Max",
            "Cou",
            "ZsRtd",
            "ZsAvg",
            "ZsMin",
            "ZsMax",
            "RawAvg",
            "RS",
            "RT",
            "Data",
            "DayData",
            "NightData",
            "Ala",
            "UpValue",
            "LowValue",
            "SampleRd",
            "StandardValue");

    private final JsonGenerator json;

    DecodedLines(OutputStream out) {
        json = JsonFactory.builder()
                .rootValueSeparator("")
                .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
                .build()
                .createGenerator(ObjectWriteContext.empty(), new BufferedOutputStream(out));
    }

    @Override
    public void frame(Decoded decoded) {
        Packet packet = decoded.packet();
        json.writeStartObject();
        json.writeBooleanProperty("ok", decoded.ok());
        text("edition", packet == null ? null : packet.edition().year());
        text("st", packet == null || packet.st().isEmpty() ? null : packet.st());
        text("cn", packet == null || packet.cn().isEmpty() ? null : packet.cn());
        command(packet);
        text("mn", packet == null ? null : packet.mn());
        text("qn", packet == null ? null : packet.qn());
        integer("flag", packet == null || !packet.flagPresent() ? null : packet.flag());
        integer("pnum", packet == null ? null : packet.pnum());
        integer("pno", packet == null ? null : packet.pno());
        json.writeBooleanProperty("backfilled", packet != null && packet.backfilled());
        json.writeBooleanProperty("decrypted", decoded.openedBy() != null);
        text("dataTime", packet == null ? null : time(packet.dataTime()));
        json.writeArrayPropertyStart("readings");
        if (packet != null) {
            packet.readings().forEach(this::reading);
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("problems");
        decoded.problems().forEach(this::problem);
        json.writeEndArray();
        endLine();
    }

    /** The command's names; null for a CN that is in no edition. */
    private void command(@Nullable Packet packet) {
        Command command =
                packet == null ? null : Command.find(packet, packet.edition()).orElse(null);
        if (command == null) {
            json.writeNullProperty("command");
        } else {
            json.writeObjectPropertyStart("command");
            json.writeStringProperty("zh", command.zh());
            json.writeStringProperty("en", command.en());
            json.writeEndObject();
        }
    }

    /** One line for a run of bytes that belong to no frame. */
    @Override
    public void noise(long length, byte[] beginning) {
        json.writeStartObject();
        json.writeBooleanProperty("ok", false);
        json.writeArrayPropertyStart("problems");
        problem(noiseProblem(length, beginning));
        json.writeEndArray();
        endLine();
    }

    static Problem noiseProblem(long length, byte[] beginning) {
        String shown = new String(beginning, StandardCharsets.US_ASCII).replaceAll("[^ -~]", ".");
        return Problem.noise(length, shown + (length > beginning.length ? "…" : ""));
    }

    private void endLine() {
        json.writeEndObject();
        json.writeRaw('\n');
    }

    /**
     * Suffixes become lower-camel keys. What should be a number and is none is null, its text then stands under
     * {@code text}; so does a suffix whose key is taken.
     */
    private void reading(Reading reading) {
        json.writeStartObject();
        json.writeStringProperty("factor", reading.factor());
        Set<String> taken = new HashSet<>(Set.of("factor", "flag", "text"));
        Map<String, String> texts = new LinkedHashMap<>();
        reading.values().forEach((suffix, text) -> {
            if (suffix.equals("Flag")) {
                return;
            }
            String key = key(suffix);
            if (!taken.add(key)) {
                texts.put(suffix, text);
                return;
            }
            BigDecimal number = TEXTS.contains(suffix) ? null : reading.number(suffix);
            if (number != null) {
                json.writeNumberProperty(key, number);
            } else if (NUMBERS.contains(suffix)) {
                json.writeNullProperty(key);
                texts.put(key, text);
            } else {
                json.writeStringProperty(key, text);
            }
        });
        text("flag", reading.flag());
        if (!texts.isEmpty()) {
            json.writeObjectPropertyStart("text");
            texts.forEach(json::writeStringProperty);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String key(String suffix) {
        int capitals = 0;
        while (capitals < suffix.length() && Character.isUpperCase(suffix.charAt(capitals))) {
            capitals++;
        }
        // RS, RT, SN: a word of capitals is one word. EFlag: the last capital begins the next.
        int lowered = capitals == suffix.length() ? capitals : Math.max(1, capitals - 1);
        return suffix.isEmpty()
                ? suffix
                : suffix.substring(0, lowered).toLowerCase(Locale.ROOT) + suffix.substring(lowered);
    }

    private void problem(Problem problem) {
        json.writeStartObject();
        json.writeStringProperty("code", problem.code().name());
        json.writeBooleanProperty("error", problem.error());
        json.writeStringProperty("message", problem.message());
        json.writeStringProperty("messageZh", problem.messageZh());
        json.writeNumberProperty("at", problem.at());
        text("declared", problem.declared());
        text("actual", problem.actual());
        text("cause", problem.cause());
        text("causeZh", problem.causeZh());
        json.writeEndObject();
    }

    private void text(String key, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(key);
        } else {
            json.writeStringProperty(key, value);
        }
    }

    private void integer(String key, @Nullable Integer value) {
        if (value == null) {
            json.writeNullProperty(key);
        } else {
            json.writeNumberProperty(key, value);
        }
    }

    private static @Nullable String time(@Nullable LocalDateTime time) {
        return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(Center.CITY_ZONE));
    }

    @Override
    public void flush() {
        json.flush();
    }

    @Override
    public void close() {
        json.close();
    }
}
