package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An enterprise to be registered; the components are those of {@link Enterprise}. */
public record NewEnterprise(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String name,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
        String county,

        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable
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

    /** Without an industry by code and without a permit. */
    public NewEnterprise(
            @Nullable String name,
            @Nullable String county,
            @Nullable SupervisionClass supervisionClass,
            @Nullable String industry,
            @Nullable String creditCode,
            @Nullable String address,
            @Nullable BigDecimal longitude,
            @Nullable BigDecimal latitude) {
        this(
                name,
                county,
                supervisionClass,
                null,
                industry,
                creditCode,
                address,
                longitude,
                latitude,
                null,
                null,
                null);
    }

    EnterpriseDetails details() {
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
