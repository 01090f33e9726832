package io.yuanqing.center;

import io.yuanqing.hj212.CpCipher;
import io.yuanqing.hj212.CrcPolicy;
import io.yuanqing.hj212.Device;
import io.yuanqing.hj212.Keys;
import io.yuanqing.hj212.LengthPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Loggers' keys in a file: a line {@code MN KEY} for each; an MN's later lines are newer. Blank lines and # are skipped. */
final class KeyFile {

    static final KeyFile NONE = new KeyFile(Map.of());

    private final Map<String, Device> devices;

    private KeyFile(Map<String, Device> devices) {
        this.devices = devices;
    }

    /** @throws IOException when it cannot be read, or a line is none; the line is named, its key is not repeated */
    static KeyFile read(Path file) throws IOException {
        Map<String, List<CpCipher>> ciphers = new HashMap<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("\\s+");
            if (words.length != 2 || !Sm4.isKey(words[1])) {
                throw new IOException("line " + number + " is not 'MN KEY' with a key of " + Sm4.KEY_LENGTH
                        + " printable ASCII characters");
            }
            ciphers.computeIfAbsent(normal(words[0]), mn -> new ArrayList<>()).add(0, Sm4.of(words[1]));
        }
        Map<String, Device> devices = new HashMap<>();
        ciphers.forEach(
                (mn, keys) -> devices.put(mn, new Device(null, CrcPolicy.STRICT, LengthPolicy.STRICT, new Keys(keys))));
        return new KeyFile(devices);
    }

    Device of(@Nullable String mn) {
        return mn == null ? Device.UNKNOWN : devices.getOrDefault(normal(mn), Device.UNKNOWN);
    }

    /** MNs are compared without blanks around them and without case. */
    private static String normal(String mn) {
        return mn.strip().toUpperCase(Locale.ROOT);
    }
}
