package io.yuanqing.center.registry;

import io.yuanqing.center.PageOf;
import io.yuanqing.center.identity.AuditEntry;
import io.yuanqing.center.identity.AuditTrail;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The part of the audit trail that is about one archive: shown to whoever sees the archive. */
@Repository
class ArchiveChanges {

    private final JdbcClient jdbc;
    private final Enterprises enterprises;
    private final AuditTrail trail;

    ArchiveChanges(JdbcClient jdbc, Enterprises enterprises, AuditTrail trail) {
        this.jdbc = jdbc;
        this.enterprises = enterprises;
        this.trail = trail;
    }

    /** Newest first. */
    PageOf<ArchiveChange> of(long enterprise, int page, int size) {
        enterprises.inScope(enterprise);
        PageOf<AuditEntry> found = trail.about(subjects(enterprise), page, size);
        return new PageOf<>(
                found.items().stream()
                        .map(entry -> new ArchiveChange(
                                entry.id(),
                                entry.at(),
                                entry.actor(),
                                entry.act(),
                                entry.subject(),
                                entry.before(),
                                entry.after()))
                        .toList(),
                found.total());
    }

    private List<String> subjects(long enterprise) {
        List<String> subjects = new ArrayList<>(jdbc.sql("""
                        select 'outlet:' || o.id from outlet o where o.enterprise_id = :enterprise
                        union all
                        select 'point:' || p.id from monitoring_point p join outlet o on o.id = p.outlet_id
                        where o.enterprise_id = :enterprise
                        union all
                        select 'equipment:' || q.id from equipment q join monitoring_point p on p.id = q.point_id
                          join outlet o on o.id = p.outlet_id where o.enterprise_id = :enterprise
                        """)
                .param("enterprise", enterprise)
                .query(String.class)
                .list());
        subjects.add("enterprise:" + enterprise);
        return subjects;
    }
}
