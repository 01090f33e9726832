package io.yuanqing.center.store;

/**
 * A file of a backup.
 *
 * @param path below the backup's folder, with {@code /}; the same below the data directory
 * @param mode such as {@code rw-------}
 * @param sha256 of the bytes as copied, hexadecimal
 */
record BackupFile(String path, long size, String mode, String sha256) {}
