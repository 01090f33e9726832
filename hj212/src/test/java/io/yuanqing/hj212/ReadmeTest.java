package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The code that the READMEs show is code: who copies it gets no error, and the first example answers a packet. */
class ReadmeTest {

    private static final String ENGLISH = "README.md";
    private static final String CHINESE = "README.zh-CN.md";

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /** What the examples take for granted. */
    private static final String SURROUNDINGS = """
            import io.yuanqing.hj212.*;
            import io.yuanqing.hj212.command.*;
            import io.yuanqing.hj212.dialogue.*;
            import java.io.*;
            import java.time.*;
            import java.util.*;

            public final class Readme {
                static void store(Packet packet) {}
                static void wakeAt(Instant time) {}
                static void report(Object outcome) {}
            """;

    private static final String ARGUMENTS =
            "(byte[] bytes, int count, byte[] frame0, OutputStream socket, Packet packet0,"
                    + " Edition edition, String qn, String mn, LocalDateTime time, LocalDateTime begin, LocalDateTime end0,"
                    + " CpCipher newKey, CpCipher oldKey, String lastQnBeforeTheRestart, Instant now) throws Exception {";

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, CHINESE})
    void theExamplesCompileAndTheFirstAnswersAPacket(String file, @TempDir Path classes) throws Exception {
        List<String> blocks = blocks(file);
        assertThat(blocks).hasSizeGreaterThanOrEqualTo(4);
        StringBuilder source = new StringBuilder(SURROUNDINGS);
        for (int i = 0; i < blocks.size(); i++) {
            source.append("public static void example")
                    .append(i)
                    .append(ARGUMENTS)
                    .append('\n');
            source.append(declared(blocks.get(i), "frame", "byte[] frame = frame0;", "Cut.Frame frame"));
            source.append(declared(blocks.get(i), "packet", "Packet packet = packet0;", "Packet packet ="));
            source.append(declared(blocks.get(i), "end", "LocalDateTime end = end0;", "ExecutionResult end)"));
            source.append(blocks.get(i)).append("}\n");
        }
        compile(source.append("}\n").toString(), classes);
        assertThat(answerOfTheFirst(classes))
                .startsWith("##")
                .contains("CN=9014")
                .contains("QN=20240601085857223");
    }

    /** A language that is forgotten in a change would show an older library. */
    @Test
    void bothLanguagesShowTheSame() throws IOException {
        assertThat(code(CHINESE)).isEqualTo(code(ENGLISH).replace("command().en()", "command().zh()"));
        for (String mark : List.of("\n## ", "\n| ", "\n- ")) {
            assertThat(parts(CHINESE, mark)).as("'%s'", mark.strip()).isEqualTo(parts(ENGLISH, mark));
        }
        assertThat(Files.readString(Path.of(ENGLISH))).contains("(" + CHINESE + ")");
        assertThat(Files.readString(Path.of(CHINESE))).contains("(" + ENGLISH + ")");
    }

    private static String code(String file) throws IOException {
        return String.join("", blocks(file)).replaceAll(" *//.*", "");
    }

    private static int parts(String file, String mark) throws IOException {
        return Files.readString(Path.of(file)).split(Pattern.quote(mark), -1).length;
    }

    /** A name that an example uses and does not declare itself. */
    private static String declared(String block, String name, String declaration, String ownDeclaration) {
        return block.matches("(?s).*\\b" + name + "\\b.*") && !block.contains(ownDeclaration) ? declaration + "\n" : "";
    }

    private static List<String> blocks(String file) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(Files.readString(Path.of(file)));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }

    private static void compile(String source, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        SimpleJavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Readme.java"), SimpleJavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        StringWriter messages = new StringWriter();
        List<String> options = List.of("-d", classes.toString(), "-cp", classPath());
        boolean compiled = compiler.getTask(messages, null, null, options, null, List.of(file))
                .call();
        assertThat(compiled).as("%s\n%s", messages, source).isTrue();
    }

    private static String classPath() {
        return Path.of(location(Framer.class)).toString();
    }

    private static URI location(Class<?> type) {
        try {
            return type.getProtectionDomain().getCodeSource().getLocation().toURI();
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    private static String answerOfTheFirst(Path classes) throws Exception {
        byte[] upload = Encoder.frame("QN=20240601085857223;ST=32;CN=2011;PW=123456;MN=M1;Flag=5;"
                + "CP=&&DataTime=20240601085857;w01018-Rtd=20.5,w01018-Flag=N&&");
        ByteArrayOutputStream socket = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()}, ReadmeTest.class.getClassLoader())) {
            Class<?> readme = loader.loadClass("Readme");
            for (var method : readme.getMethods()) {
                if (method.getName().equals("example0")) {
                    Object[] arguments = new Object[method.getParameterCount()];
                    arguments[0] = upload;
                    arguments[1] = upload.length;
                    arguments[3] = (OutputStream) socket;
                    method.invoke(null, arguments);
                }
            }
        }
        return socket.toString(StandardCharsets.UTF_8);
    }
}
