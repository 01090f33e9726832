package io.yuanqing.center.demo;

import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.registry.Enterprises;
import io.yuanqing.center.registry.Limits;
import io.yuanqing.center.registry.Medium;
import io.yuanqing.center.registry.MonitoringPoint;
import io.yuanqing.center.registry.NewEnterprise;
import io.yuanqing.center.registry.NewPoint;
import io.yuanqing.center.registry.Points;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionTemplate;

/** Registers the sample city ({@code sample-city/*.csv} on the class path), all of it or nothing. */
final class SampleCity {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCity.class);

    private final Enterprises enterprises;
    private final Points points;
    private final Limits limits;
    private final SampleArchives archives;
    private final Caller caller;
    private final TransactionTemplate transaction;

    SampleCity(
            Enterprises enterprises,
            Points points,
            Limits limits,
            SampleArchives archives,
            Caller caller,
            TransactionTemplate transaction) {
        this.enterprises = enterprises;
        this.points = points;
        this.limits = limits;
        this.archives = archives;
        this.caller = caller;
        this.transaction = transaction;
    }

    void registerIfEmpty() {
        if (!points.all().isEmpty()) {
            return;
        }
        long started = System.nanoTime();
        caller.asServer(Set.of("registry.contacts-read"), () -> transaction.executeWithoutResult(status -> register()))
                .run();
        LOG.info(
                "sample city registered: {} points in {} ms",
                points.all().size(),
                (System.nanoTime() - started) / 1_000_000);
    }

    /**
     * Fills the archives, all of them or nothing, if that was not done before. It takes longer than the registration, so
     * that it runs beside the traffic.
     */
    void fillIfEmpty() {
        caller.asServer(
                        Set.of("registry.contacts-read"),
                        () -> transaction.executeWithoutResult(status -> {
                            if (archives.areEmpty()) {
                                long started = System.nanoTime();
                                archives.fill(points.all());
                                LOG.info("sample archives filled in {} ms", (System.nanoTime() - started) / 1_000_000);
                            }
                        }))
                .run();
    }

    private void register() {
        Map<String, Long> ids = new HashMap<>();
        Map<String, String> permits = new HashMap<>();
        Map<String, String> counties = new HashMap<>();
        SampleLimits sample = new SampleLimits(limits);
        for (Map<String, String> row : CityTable.read("sample-city/enterprises.csv")) {
            NewEnterprise wanted = archives.enterprise(row, ids.size());
            ids.put(row.get("code"), enterprises.register(wanted).id());
            counties.put(row.get("code"), cell(row, "county"));
            permits.put(row.get("code"), String.valueOf(wanted.permitNumber()));
        }
        for (Map<String, String> row : CityTable.read("sample-city/points.csv")) {
            Long enterprise = ids.get(row.get("enterprise_code"));
            if (enterprise == null) {
                throw new IllegalStateException("points.csv: point " + row.get("mn") + " belongs to enterprise '"
                        + row.get("enterprise_code") + "', which enterprises.csv lacks");
            }
            archives.outlet(row, enterprise, counties.getOrDefault(row.get("enterprise_code"), ""));
            MonitoringPoint registered = points.register(point(row, enterprise));
            sample.register(registered, cell(row, "process"), permits.getOrDefault(row.get("enterprise_code"), ""));
        }
    }

    private static NewPoint point(Map<String, String> row, long enterprise) {
        return new NewPoint(
                row.get("mn"),
                enterprise,
                row.get("name"),
                Medium.valueOf(cell(row, "medium")),
                row.get("edition"),
                row.get("st"),
                List.of(cell(row, "factors").split(" ")),
                row.get("outlet_name"),
                row.get("password"),
                codes(cell(row, "assessed_factors")),
                number(row, "reference_oxygen"),
                null,
                null,
                Boolean.valueOf(row.get("end_stamped")),
                Integer.valueOf(cell(row, "minute_interval")),
                false);
    }

    private static List<String> codes(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(" "));
    }

    private static @Nullable BigDecimal number(Map<String, String> row, String column) {
        String value = cell(row, column);
        return value.isEmpty() ? null : new BigDecimal(value);
    }

    private static String cell(Map<String, String> row, String column) {
        String value = row.get(column);
        if (value == null) {
            throw new IllegalStateException("the sample city has no column '" + column + "'");
        }
        return value;
    }
}
