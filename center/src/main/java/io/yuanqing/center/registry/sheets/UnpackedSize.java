package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.registry.sheets.WorkbookReader.Unreadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/**
 * Looks at a file before it is opened as a workbook, which holds all its parts in memory: a few kilobytes can unpack into
 * gigabytes. Nothing is kept of what is unpacked here. It goes through the parts as POI will, in their order in the file.
 */
final class UnpackedSize {

    private static final int MOST_PARTS = 500;

    private UnpackedSize() {}

    /** @throws Unreadable when it is no ZIP archive, or unpacks into more than so many bytes */
    static void check(byte[] file, long most) throws Unreadable {
        if (starts(file, 0xD0, 0xCF, 0x11, 0xE0)) {
            throw new Unreadable(
                    "The file is a workbook of the old kind (.xls) or one with a password; save it as .xlsx without one",
                    "OLD_WORKBOOK");
        }
        if (!starts(file, 'P', 'K', 3, 4)) {
            throw new Unreadable(
                    "The file is no workbook (.xlsx); fill in the template and send it as it is", "NO_WORKBOOK");
        }
        byte[] some = new byte[8192];
        long unpacked = 0;
        int parts = 0;
        try (ZipArchiveInputStream archive = new ZipArchiveInputStream(new ByteArrayInputStream(file))) {
            while (archive.getNextEntry() != null) {
                parts++;
                for (int got = archive.read(some); got >= 0; got = archive.read(some)) {
                    unpacked += got;
                    if (unpacked > most || parts > MOST_PARTS) {
                        throw new Unreadable(
                                String.format(
                                        Locale.ROOT,
                                        "The workbook unpacks into more than %d bytes (yuanqing.registry.most-unpacked)"
                                                + " or %d parts, the limits; import it in parts",
                                        most,
                                        MOST_PARTS),
                                "TOO_LARGE");
                    }
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new Unreadable("The file is damaged: it cannot be unpacked (" + e.getMessage() + ")", "NO_WORKBOOK");
        }
    }

    private static boolean starts(byte[] file, int... bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (file.length <= i || (file[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
