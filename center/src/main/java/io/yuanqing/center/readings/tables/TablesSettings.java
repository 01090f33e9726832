package io.yuanqing.center.readings.tables;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits of tables and their export.
 *
 * @param mostPointHours points times hours that one page, one row of totals or one export reads at most; more is refused
 *     with advice
 * @param mostRows rows of one export at most; a sheet of a spreadsheet holds 1,048,576
 * @param longestQuery how long the database may take for one page or one row of totals
 * @param longestExportQuery how long it may take for one part of an export
 * @param exportThreads exports that are written at the same time
 * @param mostExports exports that are kept, of all callers, waiting ones included
 * @param mostOfOne exports of one person that wait or are written; more are refused until one is done
 * @param keepExports how long a finished export can be fetched
 */
@ConfigurationProperties("yuanqing.readings.tables")
record TablesSettings(
        @DefaultValue("20000000") long mostPointHours,
        @DefaultValue("1000000") long mostRows,
        @DefaultValue("15s") Duration longestQuery,
        @DefaultValue("5m") Duration longestExportQuery,
        @DefaultValue("2") int exportThreads,
        @DefaultValue("30") int mostExports,
        @DefaultValue("3") int mostOfOne,
        @DefaultValue("1h") Duration keepExports) {}
