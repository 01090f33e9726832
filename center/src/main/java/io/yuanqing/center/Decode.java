package io.yuanqing.center;

import io.yuanqing.hj212.CrcPolicy;
import io.yuanqing.hj212.Cut;
import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.Decoder;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Framer;
import io.yuanqing.hj212.LengthPolicy;
import io.yuanqing.hj212.Packet;
import io.yuanqing.hj212.explain.Language;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.core.exc.JacksonIOException;

/**
 * {@code decode}: explains a byte stream of HJ 212 frames, one JSON line per frame and per run of noise, or with
 * {@code --explain} a drawing for people; nothing else on standard output. Needs no server; a stream of any length takes the
 * same memory. Exit code 0, also with bad frames; 2 when a file cannot be read.
 */
@Command(
        name = "decode",
        description = "Decodes HJ 212 frames, one JSON line each, or explains them.",
        mixinStandardHelpOptions = true)
final class Decode implements Callable<Integer> {

    private static final int CHUNK = 64 * 1024;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description = "Bytes as received. Standard input when absent or '-'.")
    private String file = "-";

    @Option(
            names = "--keys",
            paramLabel = "FILE",
            description =
                    "Keys of loggers that encrypt (HJ 212-2025 6.4): a line 'MN KEY' for each, 16 characters a key.")
    private @Nullable Path keyFile;

    private KeyFile keys = KeyFile.NONE;

    @Option(names = "--explain", description = "Draws each frame for people instead of writing JSON.")
    private boolean explain;

    @Option(
            names = "--lang",
            paramLabel = "zh|en",
            converter = ByName.OfLanguage.class,
            description = "Language of --explain; by default that of the locale.")
    private Language language = Language.of(Locale.getDefault());

    @Option(
            names = "--crc",
            paramLabel = "strict|accept-modbus|ignore",
            converter = ByName.OfCrcPolicy.class,
            description = "How a CRC that is not HJ 212's is judged: an error (default), a warning if it is Modbus's or"
                    + " its bytes are swapped, or always a warning.")
    private CrcPolicy crc = CrcPolicy.STRICT;

    @Option(
            names = "--length",
            paramLabel = "strict|accept-if-crc-fits",
            converter = ByName.OfLengthPolicy.class,
            description =
                    "How a length that is not the data segment's is judged: an error (default), or a warning where"
                            + " the CRC fits.")
    private LengthPolicy length = LengthPolicy.STRICT;

    private final InputStream in;
    private final OutputStream out;
    private final PrintStream err;

    Decode() {
        this(System.in, new FileOutputStream(FileDescriptor.out), System.err);
    }

    Decode(InputStream in, OutputStream out, PrintStream err) {
        this.in = in;
        this.out = out;
        this.err = err;
    }

    @Override
    public Integer call() {
        if (keyFile != null) {
            try {
                keys = KeyFile.read(keyFile);
            } catch (IOException e) {
                err.println("yuanqing: cannot read the keys in '" + keyFile + "': " + reason(e));
                return 2;
            }
        }
        try (InputStream bytes = file.equals("-") ? in : Files.newInputStream(Path.of(file));
                Output lines = explain ? new ExplainedLines(out, language) : new DecodedLines(out)) {
            decode(bytes, lines);
            return 0;
        } catch (JacksonIOException | UncheckedIOException e) {
            // Who reads our lines has closed the pipe: there is nobody left to write to.
            return 0;
        } catch (IOException | InvalidPathException e) {
            err.println("yuanqing: cannot read " + (file.equals("-") ? "standard input" : "'" + file + "'") + ": "
                    + reason(e));
            return 2;
        }
    }

    private void decode(InputStream bytes, Output lines) throws IOException {
        Framer framer = new Framer();
        Junk junk = new Junk();
        byte[] chunk = new byte[CHUNK];
        for (int read = bytes.read(chunk); read >= 0; read = bytes.read(chunk)) {
            framer.feed(chunk, 0, read);
            for (Cut cut = framer.next(); cut != null; cut = framer.next()) {
                write(cut, junk, lines);
            }
            // Somebody may be typing, or a logger sending: show what is there before waiting.
            if (bytes.available() == 0) {
                lines.flush();
            }
        }
        for (Cut cut = framer.finish(); cut != null; cut = framer.finish()) {
            write(cut, junk, lines);
        }
        junk.end(lines);
    }

    private void write(Cut cut, Junk junk, Output lines) {
        if (cut instanceof Cut.Frame frame) {
            junk.end(lines);
            Decoded decoded = Decoder.decode(frame.bytes());
            Packet packet = decoded.packet();
            // What is sound and plain says the same whoever sent it.
            lines.frame(decoded.ok() || packet == null ? decoded : Decoder.decode(frame.bytes(), sender(packet)));
        } else {
            junk.add(cut.bytes());
        }
    }

    private Device sender(Packet packet) {
        Device known = keys.of(packet.mn());
        return new Device(known.edition(), crc, length, known.keys());
    }

    private static String reason(Exception e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    /** Options are written in lower case with hyphens. */
    private static final class ByName {

        static final class OfCrcPolicy implements ITypeConverter<CrcPolicy> {
            @Override
            public CrcPolicy convert(String text) {
                return of(CrcPolicy.class, text);
            }
        }

        static final class OfLengthPolicy implements ITypeConverter<LengthPolicy> {
            @Override
            public LengthPolicy convert(String text) {
                return of(LengthPolicy.class, text);
            }
        }

        static final class OfLanguage implements ITypeConverter<Language> {
            @Override
            public Language convert(String text) {
                return of(Language.class, text);
            }
        }

        private static <E extends Enum<E>> E of(Class<E> type, String text) {
            for (E value : type.getEnumConstants()) {
                if (value.name().replace('_', '-').equalsIgnoreCase(text)) {
                    return value;
                }
            }
            throw new TypeConversionException("'" + text + "' is none of them");
        }
    }

    /** Where decoded pieces of the stream go. */
    interface Output extends AutoCloseable {

        void frame(Decoded decoded);

        void noise(long length, byte[] beginning);

        void flush();

        @Override
        void close();
    }

    /** A run of noise, which the framer hands out in pieces: its length and how it begins. */
    private static final class Junk {

        private static final int SHOWN = 64;

        private long length;
        private byte @Nullable [] beginning;

        void add(byte[] piece) {
            if (beginning == null) {
                beginning = Arrays.copyOf(piece, Math.min(piece.length, SHOWN));
            }
            length += piece.length;
        }

        void end(Output lines) {
            if (beginning != null) {
                lines.noise(length, beginning);
                beginning = null;
                length = 0;
            }
        }
    }
}
