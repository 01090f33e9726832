package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who programs against the library sees its Javadoc alone: each public name says what it means on the wire. */
class JavadocTest {

    /** A sentence says it, not a tag for each parameter and result: these two remarks of the checker do not count. */
    private static final List<String> TAGS = List.of("no @param for", "no @return");

    @Test
    void everyPublicNameHasACommentAndEveryCommentIsSound(@TempDir Path classes) throws Exception {
        List<Path> sources = sources();
        assertThat(sources).hasSizeGreaterThan(100);
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, null, null)) {
            List<String> options = List.of(
                    "-Xdoclint:all/protected",
                    "-Xmaxwarns",
                    "10000",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-cp",
                    location(Framer.class) + File.pathSeparator + location(NullMarked.class));
            assertThat(compiler.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                            .call())
                    .as("%s", found.getDiagnostics())
                    .isTrue();
        }
        assertThat(found.getDiagnostics()).as("the checker is at work").isNotEmpty();
        assertThat(found.getDiagnostics().stream()
                        .filter(one -> TAGS.stream().noneMatch(one.getMessage(Locale.ENGLISH)::contains))
                        .map(JavadocTest::shown))
                .isEmpty();
    }

    private static String shown(Diagnostic<? extends JavaFileObject> one) {
        return (one.getSource() == null ? "" : one.getSource().getName() + ":" + one.getLineNumber() + ": ")
                + one.getMessage(Locale.ENGLISH);
    }

    /** Without the module's declaration, whose words only hold on the module path. */
    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .toList();
        }
    }

    private static Path location(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
