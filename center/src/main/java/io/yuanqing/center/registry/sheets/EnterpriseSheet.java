package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.registry.Enterprise;
import io.yuanqing.center.registry.EnterpriseDetails;
import io.yuanqing.center.registry.Enterprises;
import io.yuanqing.center.registry.NewEnterprise;
import io.yuanqing.center.registry.SupervisionClass;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Enterprises, known by their credit code, else by their name. */
@Component
@Order(1)
class EnterpriseSheet implements SheetContent {

    private static final EnterpriseDetails NOTHING =
            new EnterpriseDetails(null, null, null, null, null, null, null, null, null, null, null);

    private final Enterprises enterprises;
    private final References references;

    EnterpriseSheet(Enterprises enterprises, References references) {
        this.enterprises = enterprises;
        this.references = references;
    }

    @Override
    public Sheet sheet() {
        return Sheet.ENTERPRISES;
    }

    @Override
    public @Nullable String key(Row row) {
        String code = row.text("creditCode");
        return code == null ? row.text("name") : code.toUpperCase(Locale.ROOT);
    }

    @Override
    public Taken take(Row row) {
        Optional<Enterprise> known = known(row);
        EnterpriseDetails wanted = details(row, known.map(Enterprise::details).orElse(NOTHING));
        SupervisionClass supervisionClass = row.choice("supervisionClass", Words.CLASS, null);
        if (known.isEmpty()) {
            enterprises.register(asNew(wanted, supervisionClass));
            return Taken.ADDED;
        }
        Enterprise before = known.get();
        if (supervisionClass != null && supervisionClass != before.supervisionClass()) {
            row.wrong(
                    "supervisionClass",
                    "'" + before.name() + "' is on record as "
                            + Words.CLASS.write(before.supervisionClass().name())
                            + "; a class changes from a day on and with a basis, on the page of its archive",
                    "CLASS_HAS_HISTORY",
                    Words.CLASS.write(before.supervisionClass().name()));
        }
        return enterprises.change(before.id(), wanted).equals(before) ? Taken.UNCHANGED : Taken.CHANGED;
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Enterprise enterprise) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("name", enterprise.name());
        row.put("county", enterprise.county());
        row.put(
                "supervisionClass",
                Words.CLASS.write(enterprise.supervisionClass().name()));
        row.put("creditCode", enterprise.creditCode());
        row.put("industryCode", enterprise.industryCode());
        row.put("industry", enterprise.industry());
        row.put("address", enterprise.address());
        row.put("longitude", enterprise.longitude());
        row.put("latitude", enterprise.latitude());
        row.put("permitNumber", enterprise.permitNumber());
        row.put("permitFrom", enterprise.permitFrom());
        row.put("permitUntil", enterprise.permitUntil());
        return List.of(row);
    }

    /** One of the same name with another code is another enterprise. */
    private Optional<Enterprise> known(Row row) {
        String code = row.text("creditCode");
        Optional<Enterprise> byCode = code == null ? Optional.empty() : references.byCode(code);
        String name = row.text("name");
        if (byCode.isPresent() || name == null) {
            return byCode;
        }
        List<Enterprise> named = enterprises.byName(name).stream()
                .filter(one -> code == null || one.creditCode() == null)
                .toList();
        if (named.size() > 1) {
            throw References.refused(
                    "name",
                    "there are several enterprises named '" + name + "'; write the credit code",
                    "AMBIGUOUS",
                    name);
        }
        return named.stream().findFirst();
    }

    private static EnterpriseDetails details(Row row, EnterpriseDetails was) {
        String code = row.text("industryCode", was.industryCode());
        // The name of another class is not that of this one.
        String industry = String.valueOf(code).equals(String.valueOf(was.industryCode())) ? was.industry() : null;
        return new EnterpriseDetails(
                row.text("name"),
                row.text("county", was.county()),
                code,
                row.text("industry", industry),
                row.text("creditCode", was.creditCode()),
                row.text("address", was.address()),
                row.number("longitude", was.longitude()),
                row.number("latitude", was.latitude()),
                row.text("permitNumber", was.permitNumber()),
                row.date("permitFrom", was.permitFrom()),
                row.date("permitUntil", was.permitUntil()));
    }

    private static NewEnterprise asNew(EnterpriseDetails details, @Nullable SupervisionClass supervisionClass) {
        return new NewEnterprise(
                details.name(),
                details.county(),
                supervisionClass,
                details.industryCode(),
                details.industry(),
                details.creditCode(),
                details.address(),
                details.longitude(),
                details.latitude(),
                details.permitNumber(),
                details.permitFrom(),
                details.permitUntil());
    }
}
