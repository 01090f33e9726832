package io.yuanqing.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.yuanqing.center.store.Database;
import io.yuanqing.center.store.StartRefused;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A new version that cannot change the tables must not start on half of the change. */
class FailedMigrationTest {

    @TempDir
    Path scripts;

    @Test
    void theStepIsNamedAndUndoneAsAWholeAndTheDataStayAsTheyWere() throws Exception {
        Database database = TestDatabase.fresh();
        Flyway flyway = Flyway.configure()
                .dataSource(database.url(), database.user(), database.password())
                .locations("filesystem:" + scripts)
                .load();
        Files.writeString(scripts.resolve("V1__old.sql"), "create table kept (n int); insert into kept values (7);");
        flyway.migrate();
        Files.writeString(
                scripts.resolve("V2__new.sql"),
                "update kept set n = 8; create table half (n int); insert into half values ('no number');");

        FlywayException failure = catchThrowableOfType(FlywayException.class, flyway::migrate);
        RuntimeException refusal = Server.refusal(new IllegalStateException("context", failure));

        assertThat(refusal).isInstanceOf(StartRefused.class);
        assertThat(refusal.getMessage()).contains("V2__new.sql", "no number", "as they were");
        assertThat(refusal.getMessage()).doesNotContain("\n");
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select n, to_regclass('half') is null from kept")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(7);
            assertThat(rows.getBoolean(2)).isTrue();
        }
    }
}
