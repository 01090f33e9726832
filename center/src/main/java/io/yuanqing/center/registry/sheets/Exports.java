package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.PageOf;
import io.yuanqing.center.identity.AuditTrail;
import io.yuanqing.center.registry.Enterprise;
import io.yuanqing.center.registry.EnterpriseFilter;
import io.yuanqing.center.registry.Enterprises;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What is on record, in the layout of the template: it can be changed there and imported again. */
@Component
class Exports {

    private static final int PAGE = 1_000;

    private final Enterprises enterprises;
    private final List<SheetContent> contents;
    private final AuditTrail trail;
    private final TransactionTemplate reading;

    Exports(
            Enterprises enterprises,
            List<SheetContent> contents,
            AuditTrail trail,
            PlatformTransactionManager transactions) {
        this.enterprises = enterprises;
        this.contents = contents;
        this.trail = trail;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The enterprises in the caller's scope that the filter lets through, as of one moment. Recorded in the audit trail. */
    byte[] write(EnterpriseFilter filter) {
        Map<Sheet, List<Map<String, @Nullable Object>>> rows = new EnumMap<>(Sheet.class);
        reading.executeWithoutResult(status -> read(filter, rows));
        Map<String, Object> counts = new HashMap<>();
        rows.forEach((sheet, list) -> counts.put(sheet.title(), list.size()));
        trail.record("ARCHIVES_EXPORTED", "registry", null, Map.of("filter", filter, "rows", counts));
        return WorkbookWriter.write(rows);
    }

    private void read(EnterpriseFilter filter, Map<Sheet, List<Map<String, @Nullable Object>>> rows) {
        long total = 1;
        for (int page = 0; (long) page * PAGE < total; page++) {
            PageOf<Enterprise> found = enterprises.find(filter, page, PAGE);
            total = found.total();
            for (Enterprise enterprise : found.items()) {
                contents.forEach(content -> rows.computeIfAbsent(content.sheet(), one -> new ArrayList<>())
                        .addAll(content.of(enterprise)));
            }
        }
    }
}
