package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.registry.Enterprise;
import io.yuanqing.center.registry.Outlet;
import io.yuanqing.center.registry.OutletDetails;
import io.yuanqing.center.registry.Outlets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Outlets, known by their code, those without one by their name. */
@Component
@Order(2)
class OutletSheet implements SheetContent {

    private static final OutletDetails NOTHING = new OutletDetails(null, null, null, null, null, null, null, null);

    private final Outlets outlets;
    private final References references;

    OutletSheet(Outlets outlets, References references) {
        this.outlets = outlets;
        this.references = references;
    }

    @Override
    public Sheet sheet() {
        return Sheet.OUTLETS;
    }

    @Override
    public @Nullable String key(Row row) {
        return row.text("enterprise") + " " + row.text("code", row.text("name"));
    }

    @Override
    public Taken take(Row row) {
        Enterprise enterprise = references.enterprise(row, "enterprise");
        Optional<Outlet> known = known(enterprise.id(), row.text("code"), String.valueOf(row.text("name")));
        OutletDetails wanted = details(row, known.map(Outlet::details).orElse(NOTHING));
        if (known.isEmpty()) {
            outlets.register(enterprise.id(), wanted);
            return Taken.ADDED;
        }
        return outlets.change(known.get().id(), wanted).equals(known.get()) ? Taken.UNCHANGED : Taken.CHANGED;
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Enterprise enterprise) {
        return outlets.of(enterprise.id()).stream()
                .map(outlet -> row(enterprise, outlet))
                .toList();
    }

    /** One of the same name with another code is another outlet. */
    private Optional<Outlet> known(long enterprise, @Nullable String code, String name) {
        return outlets.named(enterprise, code, name)
                .filter(found -> code == null || found.code() == null || code.equals(found.code()));
    }

    private static OutletDetails details(Row row, OutletDetails was) {
        return new OutletDetails(
                row.text("code", was.code()),
                row.text("name"),
                row.choice("medium", Words.MEDIUM, was.medium()),
                row.choice("kind", Words.OUTLET, was.kind()),
                row.text("receivingWater", was.receivingWater()),
                row.number("height", was.height()),
                row.number("longitude", was.longitude()),
                row.number("latitude", was.latitude()));
    }

    private static Map<String, @Nullable Object> row(Enterprise enterprise, Outlet outlet) {
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("enterprise", Sheet.nameOf(enterprise));
        row.put("code", outlet.code());
        row.put("name", outlet.name());
        row.put(
                "medium",
                outlet.medium() == null
                        ? null
                        : Words.MEDIUM.write(outlet.medium().name()));
        row.put("kind", Words.OUTLET.write(outlet.kind().name()));
        row.put("receivingWater", outlet.receivingWater());
        row.put("height", outlet.height());
        row.put("longitude", outlet.longitude());
        row.put("latitude", outlet.latitude());
        return row;
    }
}
