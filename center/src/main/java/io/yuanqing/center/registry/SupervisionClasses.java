package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who was supervised how closely on which day. */
@Repository
public class SupervisionClasses {

    private final JdbcClient jdbc;
    private final Acts acts;

    SupervisionClasses(JdbcClient jdbc, Acts acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /**
     * A class from a day on.
     *
     * @param from first day, city time; not before that of the class in force
     * @param basis list or document
     */
    public record NewClass(
            @Nullable SupervisionClass supervisionClass,
            @Nullable LocalDate from,
            @Nullable String basis) {}

    /** Unscoped: who asks has found the enterprise. */
    public ClassHistory of(long enterprise) {
        return new ClassHistory(jdbc.sql("""
                        select supervision_class, valid_from as "from", valid_to as "to", basis
                        from enterprise_class where enterprise_id = :enterprise order by valid_from nulls first
                        """)
                .param("enterprise", enterprise)
                .query(ClassPeriod.class)
                .list());
    }

    void open(long enterprise, SupervisionClass first) {
        insert(enterprise, new ClassPeriod(first, null, null, null));
    }

    /** @throws Refusal 400 naming what is wrong */
    @Transactional
    public ClassHistory change(long enterprise, NewClass wanted) {
        Findings findings = new Findings()
                .required("supervisionClass", wanted.supervisionClass())
                .required("from", wanted.from())
                .text("basis", wanted.basis(), false);
        if (wanted.supervisionClass() == null
                || wanted.from() == null
                || !findings.all().isEmpty()) {
            throw Refusal.invalid(findings.all());
        }
        jdbc.sql("select id from enterprise where id = :id for update")
                .param("id", enterprise)
                .query(Long.class)
                .single();
        ClassHistory before = of(enterprise);
        ClassHistory after;
        try {
            after = before.changed(wanted.supervisionClass(), wanted.from(), Findings.tidy(wanted.basis()));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid("from", String.valueOf(e.getMessage()));
        }
        jdbc.sql("update enterprise_class set valid_to = :to where enterprise_id = :enterprise and valid_to is null")
                .param("to", wanted.from())
                .param("enterprise", enterprise)
                .update();
        List<ClassPeriod> periods = after.periods();
        insert(enterprise, periods.get(periods.size() - 1));
        acts.record("CLASS_CHANGED", "enterprise:" + enterprise, before.periods(), periods);
        return after;
    }

    private void insert(long enterprise, ClassPeriod period) {
        jdbc.sql("""
                        insert into enterprise_class (enterprise_id, supervision_class, valid_from, basis)
                        values (:enterprise, :class, cast(:from as date), :basis)
                        """)
                .param("enterprise", enterprise)
                .param("class", period.supervisionClass().name())
                .param("from", period.from())
                .param("basis", period.basis())
                .update();
    }
}
