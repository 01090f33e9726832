package io.yuanqing.center;

import io.yuanqing.hj212.Decoded;
import io.yuanqing.hj212.explain.Explanation;
import io.yuanqing.hj212.explain.Language;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Draws decoded frames for people, in UTF-8, with an empty line behind each. */
final class ExplainedLines implements Decode.Output {

    private final Writer text;
    private final Language language;

    ExplainedLines(OutputStream out, Language language) {
        text = new OutputStreamWriter(new BufferedOutputStream(out), StandardCharsets.UTF_8);
        this.language = language;
    }

    @Override
    public void frame(Decoded decoded) {
        write(Explanation.of(decoded, language));
    }

    @Override
    public void noise(long length, byte[] beginning) {
        write(Explanation.of(DecodedLines.noiseProblem(length, beginning), language));
    }

    private void write(String explanation) {
        attempt(() -> text.append(explanation).append('\n'));
    }

    @Override
    public void flush() {
        attempt(text::flush);
    }

    @Override
    public void close() {
        attempt(text::close);
    }

    private interface Step {
        void take() throws IOException;
    }

    private static void attempt(Step step) {
        try {
            step.take();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
