package io.yuanqing.center.registry;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A polluting enterprise (排污单位).
 *
 * @param county in which it lies (县区)
 * @param supervisionClass of today; its history: {@link ClassHistory}
 * @param industryCode GB/T 4754-2017
 * @param industry its name
 * @param creditCode unified social credit code (统一社会信用代码)
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north, WGS 84
 * @param permitNumber of its discharge permit (排污许可证)
 * @param permitUntil last day on which the permit is valid
 */
public record Enterprise(
        long id,
        String name,
        String county,
        SupervisionClass supervisionClass,
        @Nullable String industryCode,
        @Nullable String industry,
        @Nullable String creditCode,
        @Nullable String address,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude,
        @Nullable String permitNumber,
        @Nullable LocalDate permitFrom,
        @Nullable LocalDate permitUntil) {

    /** What can be edited of it. */
    public EnterpriseDetails details() {
        return new EnterpriseDetails(
                name,
                county,
                industryCode,
                industry,
                creditCode,
                address,
                longitude,
                latitude,
                permitNumber,
                permitFrom,
                permitUntil);
    }
}
