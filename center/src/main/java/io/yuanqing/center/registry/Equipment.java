package io.yuanqing.center.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An instrument at a point, or its logger (自动监测设备, 数采仪), from its installation to its removal.
 *
 * @param mn of the point, in force
 * @param factors that it measures
 * @param principle of measuring, such as 非分散红外
 * @param rangeLow least value that it measures, in {@code unit}
 * @param detectionLimit in {@code unit}
 * @param productCertificate number of its certificate (环保产品认证, 适用性检测)
 * @param acceptedOn day of its acceptance (验收)
 * @param removedOn first day without it; null: in place
 * @param replaces id of what stood there before
 */
public record Equipment(
        long id,
        long pointId,
        String mn,
        String pointName,
        EquipmentKind kind,
        String name,
        List<String> factors,
        @Nullable String maker,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String principle,
        @Nullable BigDecimal rangeLow,
        @Nullable BigDecimal rangeHigh,
        @Nullable String unit,
        @Nullable BigDecimal detectionLimit,
        @Nullable String productCertificate,
        @Nullable LocalDate installedOn,
        @Nullable LocalDate acceptedOn,
        @Nullable LocalDate removedOn,
        @Nullable Long replaces) {

    /** Whether it stood there on that day. */
    public boolean at(LocalDate day) {
        return (installedOn == null || !day.isBefore(installedOn)) && (removedOn == null || day.isBefore(removedOn));
    }

    public EquipmentDetails details() {
        return new EquipmentDetails(
                kind,
                name,
                factors,
                maker,
                model,
                serial,
                principle,
                rangeLow,
                rangeHigh,
                unit,
                detectionLimit,
                productCertificate,
                installedOn,
                acceptedOn);
    }
}
