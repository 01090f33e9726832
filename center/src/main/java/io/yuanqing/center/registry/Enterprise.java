package io.yuanqing.center.registry;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A polluting enterprise (排污单位).
 *
 * @param county in which it lies (县区)
 * @param industry in words, such as "cement"
 * @param creditCode unified social credit code (统一社会信用代码)
 * @param longitude degrees east, WGS 84
 * @param latitude degrees north, WGS 84
 */
public record Enterprise(
        long id,
        String name,
        String county,
        SupervisionClass supervisionClass,
        @Nullable String industry,
        @Nullable String creditCode,
        @Nullable String address,
        @Nullable BigDecimal longitude,
        @Nullable BigDecimal latitude) {}
