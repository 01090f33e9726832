package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.hj212.Factor;
import io.yuanqing.hj212.Factors;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dictionary of what can be measured, for names and units on screens. */
@RestController
@Tag(name = "registry")
class FactorsController {

    /**
     * A code of HJ 212 and what it means.
     *
     * @param legacyCode of HJ/T 212-2005
     * @param unit of concentration or measured value
     * @param dischargeUnit of the amount over time
     */
    record FactorName(
            String code,
            @Nullable String legacyCode,
            String nameZh,
            String nameEn,
            String medium,
            @Nullable String unit,
            @Nullable String dischargeUnit) {

        static FactorName of(Factor factor) {
            return new FactorName(
                    factor.code(),
                    factor.legacyCode(),
                    factor.nameZh(),
                    factor.nameEn(),
                    factor.medium(),
                    factor.unit(),
                    factor.dischargeUnit());
        }
    }

    private final List<FactorName> all =
            Factors.all().stream().map(FactorName::of).toList();

    @GetMapping("/api/factors")
    @Operation(summary = "Codes of factors, processes and devices with names and units")
    ResponseEntity<List<FactorName>> factors() {
        // Part of the program: it changes with a new version only.
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(all);
    }
}
