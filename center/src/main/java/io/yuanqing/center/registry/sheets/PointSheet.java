package io.yuanqing.center.registry.sheets;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.registry.Enterprise;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.NewPoint;
import io.yuanqing.center.registry.Outlet;
import io.yuanqing.center.registry.Outlets;
import io.yuanqing.center.registry.PointArchive;
import io.yuanqing.center.registry.PointArchives;
import io.yuanqing.center.registry.PointDetails;
import io.yuanqing.center.registry.PointFilter;
import io.yuanqing.center.registry.Points;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Points, known by any MN that they ever had. */
@Component
@Order(3)
class PointSheet implements SheetContent {

    /** The most that one page of points may hold. */
    private static final int MOST = 1_000;

    private final Points points;
    private final PointArchives archives;
    private final Outlets outlets;
    private final References references;

    PointSheet(Points points, PointArchives archives, Outlets outlets, References references) {
        this.points = points;
        this.archives = archives;
        this.outlets = outlets;
        this.references = references;
    }

    @Override
    public Sheet sheet() {
        return Sheet.POINTS;
    }

    @Override
    public @Nullable String key(Row row) {
        String mn = row.text("mn");
        return mn == null ? null : mn.toUpperCase(Locale.ROOT);
    }

    @Override
    public Taken take(Row row) {
        Enterprise enterprise = references.enterprise(row, "enterprise");
        Optional<Outlet> outlet = outlet(row, enterprise);
        String mn = row.need("mn");
        Optional<MonitoringPoint> known = points.ofMn(mn);
        if (known.isEmpty()) {
            register(row, enterprise, outlet, mn);
            return Taken.ADDED;
        }
        if (known.get().enterpriseId() != enterprise.id()) {
            throw References.refused(
                    "enterprise",
                    "the point with the MN '" + mn + "' belongs to '"
                            + known.get().enterpriseName() + "'",
                    "OTHER_ENTERPRISE",
                    known.get().enterpriseName());
        }
        PointArchive before = archives.of(mn);
        PointArchive after = archives.change(mn, changed(row, before, outlet.orElse(null)));
        return after.equals(before) ? Taken.UNCHANGED : Taken.CHANGED;
    }

    private void register(Row row, Enterprise enterprise, Optional<Outlet> outlet, String mn) {
        try {
            points.register(asNew(row, enterprise, outlet.orElse(null), mn));
        } catch (Refusal e) {
            if (e.getStatusCode().isSameCodeAs(HttpStatus.CONFLICT)
                    && e.problems().isEmpty()) {
                throw References.refused("mn", "'" + mn + "' is registered for another point already", "MN_TAKEN", mn);
            }
            throw e;
        }
        // What a registration leaves open; of outlets of one name, the one that is meant.
        PointArchive before = archives.of(mn);
        PointDetails wanted = changed(row, before, outlet.orElse(null));
        boolean sameOutlet = outlet.map(Outlet::id).orElse(before.point().outletId())
                == before.point().outletId();
        if (wanted.stackArea() != null || wanted.flowUnit() != null || !sameOutlet) {
            archives.change(mn, wanted);
        }
    }

    @Override
    public List<Map<String, @Nullable Object>> of(Enterprise enterprise) {
        Map<Long, Outlet> byId = new HashMap<>();
        outlets.of(enterprise.id()).forEach(outlet -> byId.put(outlet.id(), outlet));
        return points.find(new PointFilter(null, enterprise.id(), null, null, null), 0, MOST).items().stream()
                .map(point -> row(enterprise, archives.of(point.mn()), byId.get(point.outletId())))
                .toList();
    }

    private Optional<Outlet> outlet(Row row, Enterprise enterprise) {
        String named = row.text("outlet");
        if (named == null) {
            return Optional.empty();
        }
        Optional<Outlet> found = outlets.named(enterprise.id(), named, named);
        if (found.isEmpty()) {
            row.wrong(
                    "outlet",
                    "'" + enterprise.name() + "' has no outlet with the code or name '" + named
                            + "'; add it on the sheet of outlets",
                    "NO_OUTLET",
                    named);
        }
        return found;
    }

    private static NewPoint asNew(Row row, Enterprise enterprise, @Nullable Outlet outlet, String mn) {
        return new NewPoint(
                mn,
                enterprise.id(),
                row.text("name"),
                row.choice("medium", Words.MEDIUM, null),
                row.text("edition"),
                row.text("st"),
                row.list("factors", null),
                outlet == null ? null : outlet.name(),
                row.text("password"),
                row.list("assessedFactors", null),
                row.number("referenceOxygen", null),
                null,
                row.date("connectedFrom", null),
                row.choice("endStamped", Words.YES_NO, null),
                row.whole("minuteInterval", null),
                row.choice("autoCommands", Words.YES_NO, null));
    }

    private static PointDetails changed(Row row, PointArchive before, @Nullable Outlet outlet) {
        MonitoringPoint was = before.point();
        Medium medium = row.choice("medium", Words.MEDIUM, was.medium());
        return new PointDetails(
                row.text("name", was.name()),
                medium,
                row.text("edition", was.edition()),
                outlet == null ? was.outletId() : outlet.id(),
                row.text("st", medium == was.medium() ? was.st() : null),
                row.list("factors", was.factors()),
                row.list("assessedFactors", was.assessedFactors()),
                row.number("referenceOxygen", was.referenceOxygen()),
                was.referenceOxygenByFactor(),
                row.date("connectedFrom", was.connectedFrom()),
                row.choice("endStamped", Words.YES_NO, was.endStamped()),
                row.whole("minuteInterval", was.minuteInterval()),
                row.choice("autoCommands", Words.YES_NO, was.autoCommands()),
                row.number("stackArea", before.stackArea()),
                row.text("flowUnit", before.flowUnit()));
    }

    private static Map<String, @Nullable Object> row(
            Enterprise enterprise, PointArchive archive, @Nullable Outlet outlet) {
        MonitoringPoint point = archive.point();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("enterprise", Sheet.nameOf(enterprise));
        row.put("outlet", outlet == null || outlet.code() == null ? point.outletName() : outlet.code());
        row.put("mn", point.mn());
        row.put("name", point.name());
        row.put("medium", Words.MEDIUM.write(point.medium().name()));
        row.put("edition", point.edition());
        row.put("st", point.st());
        row.put("factors", String.join(" ", point.factors()));
        row.put("assessedFactors", String.join(" ", point.assessedFactors()));
        row.put("referenceOxygen", point.referenceOxygen());
        row.put("connectedFrom", point.connectedFrom());
        row.put("endStamped", Words.YES_NO.write(String.valueOf(point.endStamped())));
        row.put("minuteInterval", point.minuteInterval());
        row.put("autoCommands", Words.YES_NO.write(String.valueOf(point.autoCommands())));
        row.put("stackArea", archive.stackArea());
        row.put("flowUnit", archive.flowUnit());
        return row;
    }
}
