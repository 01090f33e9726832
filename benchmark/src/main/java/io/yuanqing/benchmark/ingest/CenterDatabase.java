package io.yuanqing.benchmark.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The embedded database of a running server, found through its data directory. */
public final class CenterDatabase implements AutoCloseable {

    private static final int PROCESS_LINE = 0;
    private static final int PORT_LINE = 3;

    private final Connection connection;
    private final ProcessHandle process;

    private CenterDatabase(Connection connection, ProcessHandle process) {
        this.connection = connection;
        this.process = process;
    }

    public static CenterDatabase of(Path data) throws IOException, SQLException {
        List<String> lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        String password = Files.readString(data.resolve("database.password")).strip();
        long pid = Long.parseLong(lines.get(PROCESS_LINE).strip());
        int port = Integer.parseInt(lines.get(PORT_LINE).strip());
        Connection connection =
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "yuanqing", password);
        ProcessHandle process = ProcessHandle.of(pid)
                .orElseThrow(() -> new IOException("PostgreSQL's process " + pid + " does not run"));
        return new CenterDatabase(connection, process);
    }

    /** The first of PostgreSQL's processes. */
    ProcessHandle process() {
        return process;
    }

    Connection connection() {
        return connection;
    }

    /** Nothing that protects a commit may be switched off while it is measured. */
    void requireDurable() throws SQLException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = text("show " + setting);
            if (!value.equals("on")) {
                throw new IllegalStateException("PostgreSQL runs with " + setting + "=" + value);
            }
        }
    }

    /** Packets that the log's head has counted as stored. */
    long stored() throws SQLException {
        return number("select stored from log_head");
    }

    /** Packets that the readings are behind the log. */
    public long readerLag() throws SQLException {
        return number("select log_head.position - reader.position from log_head, reader where name = 'readings'");
    }

    /** Packets that lie in the log. */
    long packets() throws SQLException {
        return number("select count(*) from packet");
    }

    /** What a table takes on disk, with its indexes and partitions. */
    public long bytes(String table) throws SQLException {
        return number("select sum(pg_total_relation_size(relid)) from pg_partition_tree('" + table + "')");
    }

    /** What a table's rows take on disk, without its indexes. */
    long bytesOfRows(String table) throws SQLException {
        return number("select sum(pg_table_size(relid)) from pg_partition_tree('" + table + "')");
    }

    /** What the blocks of closed days take on disk, with their indexes. */
    long bytesOfBlocks() throws SQLException {
        return number("select pg_total_relation_size('packet_block') + pg_total_relation_size('packet_segment')");
    }

    /** What the packets received before a day take as rows, with their indexes. */
    long bytesOfRowsBefore(LocalDate day) throws SQLException {
        return number("select coalesce(sum(pg_total_relation_size(relid)), 0) from pg_partition_tree('packet')"
                + " where isleaf and relid::text < 'packet_" + DateTimeFormatter.BASIC_ISO_DATE.format(day) + "'");
    }

    /** Packets of days before the newest packet's that no seal holds yet. */
    long unsealedPackets() throws SQLException {
        return number("""
                select count(*) from packet where received_day < (select max(received_day) from packet)
                and position > (select coalesce(max(last_position), 0) from packet_seal)""");
    }

    /** Of a packet in the middle of a day's. */
    long somePosition(LocalDate day) throws SQLException {
        return number("""
                select (min(position) + max(position)) / 2 from (
                    select position from packet where received_day = '%1$s'
                    union all select first_position from packet_segment where received_day = '%1$s'
                    union all select last_position from packet_segment where received_day = '%1$s') as of_day""".formatted(day));
    }

    public void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The lines that a query answers, such as a plan's. */
    public List<String> lines(String sql) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                lines.add(rows.getString(1));
            }
        }
        return lines;
    }

    private long number(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    private String text(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
