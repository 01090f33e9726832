package io.yuanqing.center.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.yuanqing.center.TestDatabase;
import io.yuanqing.center.store.Database;
import io.yuanqing.center.store.OperationalAlarms;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** In the wrong year every packet would silently go to quarantine, and be answered. */
class ClockAgainstLogTest {

    private static final Instant LAST = Instant.parse("2026-11-25T00:00:00Z");

    @Test
    void aClockInAnotherYearIsToldAndTheAlarmEndsWhenItIsSet() {
        Database database = TestDatabase.fresh();
        JdbcClient sql =
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        sql.sql("create table log_head as select 1::bigint as position").update();
        sql.sql("create table packet as select 1::bigint as position, timestamptz '" + LAST + "' as received_at")
                .update();
        OperationalAlarms alarms =
                new OperationalAlarms(event -> {}, at("2026-11-25T00:00:00Z"), new SimpleMeterRegistry());

        new ClockAgainstLog(sql, at("2000-01-01T00:00:00Z"), alarms).compare();
        assertThat(alarms.standing())
                .singleElement()
                .satisfies(alarm -> assertThat(alarm.detail()).contains("2000-01-01T00:00:00Z", LAST.toString()));

        new ClockAgainstLog(sql, at("2026-11-24T23:55:00Z"), alarms).compare();
        assertThat(alarms.standing()).isEmpty();
    }

    private static Clock at(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }
}
