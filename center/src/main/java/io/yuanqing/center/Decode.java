package io.yuanqing.center;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code decode}: explains a byte stream of HJ 212 frames, one JSON line per frame. */
@Command(name = "decode", description = "Decodes HJ 212 frames.", mixinStandardHelpOptions = true)
final class Decode implements Callable<Integer> {

    @Override
    public Integer call() {
        return 0;
    }
}
