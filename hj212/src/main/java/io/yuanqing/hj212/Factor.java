package io.yuanqing.hj212;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the dictionary of codes.
 *
 * @param code as sent ({@code w01018}); process and device codes may hold {@code xx} for a device number
 * @param legacyCode the code of HJ/T 212-2005 ({@code 011})
 * @param medium water, air, noise, process-…, device-info …; {@code …-2005} for codes of the 2005 edition
 * @param unit of concentration or measured value; a default, sites may differ
 * @param dischargeUnit of the amount over time (Cou)
 * @param type the default width, as {@code N5.1}: up to five digits before and one behind the point
 */
public record Factor(
        String code,
        @Nullable String legacyCode,
        String nameZh,
        String nameEn,
        String medium,
        @Nullable String unit,
        @Nullable String dischargeUnit,
        @Nullable String type) {}
