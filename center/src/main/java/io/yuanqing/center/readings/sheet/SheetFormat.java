package io.yuanqing.center.readings.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** How an export is written. */
public enum SheetFormat {
    /** Office Open XML. */
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** RFC 4180 in UTF-8 with a byte order mark, by which spreadsheets know it. */
    CSV("text/csv;charset=UTF-8");

    private final String contentType;

    SheetFormat(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** With its dot. */
    public String extension() {
        return "." + name().toLowerCase(Locale.ROOT);
    }

    /** Begins a sheet; closing it ends it, not the stream. */
    public Sheet open(OutputStream out, String name) throws IOException {
        return switch (this) {
            case XLSX -> new XlsxSheet(out, name);
            case CSV -> new CsvSheet(out);
        };
    }
}
