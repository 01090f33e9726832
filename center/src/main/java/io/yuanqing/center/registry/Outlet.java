package io.yuanqing.center.registry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A stack or a wastewater outlet of an enterprise (排放口).
 *
 * @param code of the discharge permit, such as DA001
 * @param medium what leaves through it, where somebody has said
 * @param receivingWater into which wastewater is discharged
 * @param height of a stack, m
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north, WGS 84
 */
public record Outlet(
        long id,
        long enterpriseId,
        @Nullable String code,
        String name,
        @Nullable Medium medium,
        OutletKind kind,
        @Nullable String receivingWater,
        @Nullable BigDecimal height,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude) {

    public OutletDetails details() {
        return new OutletDetails(code, name, medium, kind, receivingWater, height, longitude, latitude);
    }
}
