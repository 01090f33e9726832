package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.Caller;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Contacts of enterprises: personal data, shown in full to whoever holds registry.contacts-read. */
@Repository
public class Contacts {

    static final String READ = "registry.contacts-read";
    private static final int MOST = 20;

    private final JdbcClient jdbc;
    private final Caller caller;
    private final Enterprises enterprises;
    private final Acts acts;

    Contacts(JdbcClient jdbc, Caller caller, Enterprises enterprises, Acts acts) {
        this.jdbc = jdbc;
        this.caller = caller;
        this.enterprises = enterprises;
        this.acts = acts;
    }

    /** @throws Refusal 404 when there is no such enterprise in the caller's scope */
    public List<Contact> of(long enterprise) {
        enterprises.inScope(enterprise);
        List<Contact> stored = stored(enterprise);
        return caller.may(READ) ? stored : stored.stream().map(Contact::masked).toList();
    }

    /** @throws Refusal 403 for whoever sees them masked only, for their masks would be stored */
    @Transactional
    public List<Contact> replace(long enterprise, List<Contact> wanted) {
        enterprises.inScope(enterprise);
        if (!caller.may(READ)) {
            throw Refusal.forbidden(
                    "'" + caller.name() + "' sees contacts masked and so cannot change them; " + READ + " is needed");
        }
        check(wanted);
        List<Contact> before = stored(enterprise);
        jdbc.sql("delete from enterprise_contact where enterprise_id = :enterprise")
                .param("enterprise", enterprise)
                .update();
        for (Contact contact : wanted) {
            jdbc.sql(
                            "insert into enterprise_contact (enterprise_id, name, duty, phone) values (:enterprise, :name, :duty, :phone)")
                    .param("enterprise", enterprise)
                    .param("name", Objects.requireNonNull(contact.name()).strip())
                    .param("duty", Findings.tidy(contact.duty()))
                    .param("phone", Findings.tidy(contact.phone()))
                    .update();
        }
        List<Contact> after = stored(enterprise);
        if (!before.equals(after)) {
            acts.record("CONTACTS_CHANGED", "enterprise:" + enterprise, masked(before), masked(after));
        }
        return after;
    }

    private static void check(List<Contact> wanted) {
        Findings findings = new Findings();
        if (wanted.size() > MOST) {
            findings.add("contacts", wanted.size() + " are too many; an enterprise has at most " + MOST);
        }
        for (int i = 0; i < wanted.size(); i++) {
            Contact contact = wanted.get(i);
            findings.text("[" + i + "].name", contact.name(), true)
                    .text("[" + i + "].duty", contact.duty(), false)
                    .phone("[" + i + "].phone", contact.phone());
        }
        findings.refuse();
    }

    /** The trail is read by others than those who may read contacts. */
    private static List<Contact> masked(List<Contact> contacts) {
        return contacts.stream().map(Contact::masked).toList();
    }

    private List<Contact> stored(long enterprise) {
        return jdbc.sql(
                        "select name, duty, phone from enterprise_contact where enterprise_id = :enterprise order by id")
                .param("enterprise", enterprise)
                .query(Contact.class)
                .list();
    }
}
