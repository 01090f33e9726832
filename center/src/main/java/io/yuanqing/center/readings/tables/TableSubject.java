package io.yuanqing.center.readings.tables;

import io.yuanqing.center.registry.MonitoringPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of whom a row of a table tells: points of one group, in the order of registration. */
record TableSubject(
        @Nullable String mn,
        @Nullable String point,
        @Nullable Long enterpriseId,
        @Nullable String enterprise,
        @Nullable String county,
        List<Long> points) {

    static List<TableSubject> of(TableGroup group, List<MonitoringPoint> points) {
        return switch (group) {
            case POINT -> points.stream().map(TableSubject::of).toList();
            case ENTERPRISE -> byEnterprise(points);
            case ALL ->
                points.isEmpty() ? List.of() : List.of(new TableSubject(null, null, null, null, null, ids(points)));
        };
    }

    private static TableSubject of(MonitoringPoint point) {
        return new TableSubject(
                point.mn(),
                point.name(),
                point.enterpriseId(),
                point.enterpriseName(),
                point.county(),
                List.of(point.id()));
    }

    private static List<TableSubject> byEnterprise(List<MonitoringPoint> points) {
        Map<Long, List<MonitoringPoint>> byEnterprise = new LinkedHashMap<>();
        for (MonitoringPoint point : points) {
            byEnterprise
                    .computeIfAbsent(point.enterpriseId(), id -> new ArrayList<>())
                    .add(point);
        }
        return byEnterprise.values().stream()
                .map(own -> new TableSubject(
                        null,
                        null,
                        own.get(0).enterpriseId(),
                        own.get(0).enterpriseName(),
                        own.get(0).county(),
                        ids(own)))
                .toList();
    }

    private static List<Long> ids(List<MonitoringPoint> points) {
        return points.stream().map(MonitoringPoint::id).toList();
    }
}
