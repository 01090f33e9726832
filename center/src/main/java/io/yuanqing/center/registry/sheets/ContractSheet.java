package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.registry.Contract;
import io.yuanqing.center.registry.Contractor;
import io.yuanqing.center.registry.Contractors;
import io.yuanqing.center.registry.Contracts;
import io.yuanqing.center.registry.Enterprise;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.NewContract;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Contracts, known by point, contractor and first day. */
@Component
@Order(5)
class ContractSheet implements SheetContent {

    private final Contracts contracts;
    private final Contractors contractors;
    private final References references;

    ContractSheet(Contracts contracts, Contractors contractors, References references) {
        this.contracts = contracts;
        this.contractors = contractors;
        this.references = references;
    }

    @Override
    public Sheet sheet() {
        return Sheet.CONTRACTS;
    }

    @Override
    public @Nullable String key(Row row) {
        return row.text("mn") + " " + row.text("contractor") + " " + row.text("validFrom");
    }

    @Override
    public Taken take(Row row) {
        MonitoringPoint point = references.point(row, "mn");
        Contractor contractor = contractor(row.need("contractor"));
        LocalDate from = row.date("validFrom", null);
        LocalDate last = row.date("lastDay", null);
        Optional<Contract> known = contracts.find(point.enterpriseId(), contractor.id()).stream()
                .filter(one -> one.pointId() == point.id() && one.validFrom().equals(from))
                .findFirst();
        if (known.isEmpty()) {
            contracts.register(new NewContract(point.mn(), contractor.id(), row.text("number"), from, last));
            return Taken.ADDED;
        }
        String number = known.get().number();
        if (!Objects.equals(row.text("number", number), number)) {
            row.wrong(
                    "number",
                    "the contract is on record with the number " + (number == null ? "—" : number)
                            + "; an import does not change it",
                    "NUMBER_FIXED",
                    number == null ? "—" : number);
        }
        if (last == null || last.equals(known.get().lastDay())) {
            return Taken.UNCHANGED;
        }
        contracts.end(known.get().id(), last);
        return Taken.CHANGED;
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Enterprise enterprise) {
        return contracts.find(enterprise.id(), null).stream()
                .map(ContractSheet::row)
                .toList();
    }

    /** One outside of the caller's scope is none. */
    private Contractor contractor(String name) {
        return contractors
                .named(name)
                .orElseThrow(() -> References.refused(
                        "contractor",
                        "no contractor in your data scope is named '" + name + "'; register it first",
                        "NO_CONTRACTOR",
                        name));
    }

    private static Map<String, @Nullable Object> row(Contract one) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("mn", one.mn());
        row.put("contractor", one.contractorName());
        row.put("number", one.number());
        row.put("validFrom", one.validFrom());
        row.put("lastDay", one.lastDay());
        return row;
    }
}
