package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The people of the contractors. */
@Repository
public class Staff {

    private static final String SELECT = """
            select id, contractor_id, name, duty, phone, joined_on, left_on from contractor_staff
            """;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Contractors contractors;
    private final Acts acts;

    Staff(JdbcClient jdbc, Caller caller, Contractors contractors, Acts acts) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.contractors = contractors;
        this.acts = acts;
    }

    /** @throws Refusal 404 when there is no such contractor in the caller's scope */
    public List<StaffMember> of(long contractor) {
        contractors.inScope(contractor);
        return jdbc
                .sql(SELECT + " where contractor_id = :contractor order by left_on nulls first, name, id")
                .param("contractor", contractor)
                .query(StaffMember.class)
                .list()
                .stream()
                .map(one -> caller.may(Contacts.READ) ? one : one.masked())
                .toList();
    }

    /** @throws Refusal 404, 400 naming each field that is wrong */
    @Transactional
    public StaffMember register(long contractor, StaffDetails wanted) {
        contractors.inScope(contractor);
        wanted.findings().refuse();
        Map<String, @Nullable Object> columns = columns(wanted);
        columns.put("contractor", contractor);
        long id = jdbc.sql("""
                        insert into contractor_staff (contractor_id, name, duty, phone, joined_on, left_on)
                        values (:contractor, :name, :duty, :phone, cast(:joinedOn as date), cast(:leftOn as date)) returning id
                        """).params(columns).query(Long.class).single();
        StaffMember registered = byId(id);
        acts.record("STAFF_REGISTERED", "contractor:" + contractor, null, registered.masked());
        return registered;
    }

    /** @throws Refusal as {@link #register}; 403 for whoever sees telephone numbers masked only */
    @Transactional
    public StaffMember change(long contractor, long id, StaffDetails wanted) {
        contractors.inScope(contractor);
        contractors.requireContacts();
        StaffMember before = jdbc.sql(SELECT + " where id = :id and contractor_id = :contractor")
                .param("id", id)
                .param("contractor", contractor)
                .query(StaffMember.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("The contractor has nobody with the id " + id));
        wanted.findings().refuse();
        Map<String, @Nullable Object> columns = columns(wanted);
        columns.put("id", id);
        jdbc.sql("""
                        update contractor_staff set name = :name, duty = :duty, phone = :phone,
                          joined_on = cast(:joinedOn as date), left_on = cast(:leftOn as date) where id = :id
                        """).params(columns).update();
        StaffMember after = byId(id);
        if (!after.equals(before)) {
            acts.record("STAFF_CHANGED", "contractor:" + contractor, before.masked(), after.masked());
        }
        return after;
    }

    private static Map<String, @Nullable Object> columns(StaffDetails wanted) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("name", Findings.tidy(wanted.name()));
        columns.put("duty", Findings.tidy(wanted.duty()));
        columns.put("phone", Findings.tidy(wanted.phone()));
        columns.put("joinedOn", wanted.joinedOn());
        columns.put("leftOn", wanted.leftOn());
        return columns;
    }

    private StaffMember byId(long id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(StaffMember.class)
                .single();
    }
}
