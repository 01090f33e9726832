package io.yuanqing.center.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = Center.class)
@ContextConfiguration(initializers = TestDatabase.class)
class AuditTrailTest {

    @Autowired
    AuditTrail trail;

    @Autowired
    AuditAnchors anchors;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void anActThatIsRolledBackLeavesNoEntryAndNoGap() {
        long before = trail.verify().entries();
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            trail.record("NEVER_HAPPENED", "thing:1", null, null);
            transaction.setRollbackOnly();
        });
        trail.record("HAPPENED", "thing:1", null, Map.of("a", 1));
        assertThat(trail.verify().entries()).isEqualTo(before + 1);
        assertThat(trail.verify().intact()).isTrue();
        AuditEntry last = trail.find(null, "thing:1", 0, 1).items().get(0);
        assertThat(last.act()).isEqualTo("HAPPENED");
        assertThat(last.after()).isEqualTo("{\"a\":1}");
        assertThat(last.actor()).isEqualTo(Caller.SERVER);
    }

    @Test
    void actsAtTheSameTimeStandInOneChain() throws Exception {
        long before = trail.verify().entries();
        var threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int i = 0; i < 80; i++) {
                String subject = "thing:" + i;
                done.add(threads.submit(() -> trail.record("ACT", subject, null, null)));
            }
            for (Future<?> each : done) {
                each.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(trail.verify().entries()).isEqualTo(before + 80);
        assertThat(trail.verify().intact()).isTrue();
    }

    @Test
    void theTrailRefusesToBeEdited() {
        trail.record("ACT", "thing:1", null, null);
        assertThatThrownBy(() -> jdbc.sql("delete from audit_entry").update()).hasMessageContaining("never edited");
        assertThatThrownBy(() -> jdbc.sql("update audit_entry set actor = 'x'").update())
                .hasMessageContaining("never edited");
    }

    @Test
    void whoeverGetsAroundThatIsFoundOut() {
        for (int i = 0; i < 5; i++) {
            trail.record("ACT", "thing:" + i, null, Map.of("value", i));
        }
        long last = trail.verify().entries();
        tampered(
                "update audit_entry set after = '{\"value\":9}' where id = " + (last - 2),
                found -> assertThat(found).isEqualTo(last - 2));
        tampered(
                "update audit_entry set at = at + interval '1 second' where id = " + (last - 1),
                found -> assertThat(found).isEqualTo(last - 1));
        tampered(
                "delete from audit_entry where id = " + (last - 3),
                found -> assertThat(found).isEqualTo(last - 3));
        tampered(
                "delete from audit_entry where id = " + last,
                found -> assertThat(found).isEqualTo(last));
        assertThat(trail.verify().intact()).isTrue();
    }

    /** Whoever rules the database can hash the whole chain anew, so that it is whole in itself. */
    @Test
    void aChainThatWasMadeAnewDoesNotFitTheAnchorsOutside() {
        trail.record("ACT", "thing:anchored", null, Map.of("value", 1));
        trail.record("ACT", "thing:last", null, null);
        anchors.anchor();
        long last = trail.verify().entries();
        assertThat(trail.verify().anchors()).isPositive();
        tampered(
                "update audit_entry set after = '{\"value\":9}' where id = " + (last - 1),
                () -> rehash(last - 1),
                found -> {
                    assertThat(found).isEqualTo(last);
                });
        tampered("delete from audit_entry where id = " + last, () -> shorten(last - 1), found -> {
            assertThat(found).as("the end was cut off and the head set back").isEqualTo(last);
        });
        assertThat(trail.verify().intact()).isTrue();
    }

    private void rehash(long from) {
        byte[] previous = jdbc.sql("select hash from audit_entry where id = :id")
                .param("id", from - 1)
                .query(byte[].class)
                .single();
        List<AuditEntry> entries = jdbc.sql("select * from audit_entry where id >= :id order by id")
                .param("id", from)
                .query(AuditCheck::entry)
                .list();
        for (AuditEntry entry : entries) {
            byte[] hash = AuditChain.hash(previous, entry);
            jdbc.sql("update audit_entry set previous_hash = :previous, hash = :hash where id = :id")
                    .param("previous", previous)
                    .param("hash", hash)
                    .param("id", entry.id())
                    .update();
            previous = hash;
        }
        jdbc.sql("update audit_head set last_hash = :hash")
                .param("hash", previous)
                .update();
    }

    private void shorten(long last) {
        jdbc.sql("""
                        update audit_head set last_id = :id, last_hash = (select hash from audit_entry where id = :id)
                        """).param("id", last).update();
    }

    private void tampered(String sql, Consumer<Long> expected) {
        tampered(sql, () -> {}, expected);
    }

    private void tampered(String sql, Runnable covering, Consumer<Long> expected) {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            jdbc.sql("alter table audit_entry disable trigger user").update();
            assertThat(jdbc.sql(sql).update()).isEqualTo(1);
            covering.run();
            AuditCheck.Finding found = trail.verify();
            assertThat(found.intact()).as(sql).isFalse();
            expected.accept(found.firstBroken());
            transaction.setRollbackOnly();
        });
    }
}
