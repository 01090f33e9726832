package io.yuanqing.center.readings.sheet;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table that is written from its first row to its last. It must be closed; only then is it whole.
 *
 * <p>Cells are texts, numbers or null. Numbers keep their digits. A text that a spreadsheet would take for a formula is
 * written with an apostrophe before it.
 */
public interface Sheet extends Closeable {

    /**
     * Begins it.
     *
     * @param remarks what the table is, one line each; a spreadsheet shows them above the heads, CSV has no place for them
     */
    void head(List<String> remarks, List<Heading> headings) throws IOException;

    /** Adds a row. */
    void row(List<? extends @Nullable Object> cells) throws IOException;
}
