package io.yuanqing.center.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.yuanqing.center.identity.Permit;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Codes and units of a point's logger. */
@RestController
@RequestMapping("/api/points/{mn}/factor-rules")
@Tag(name = "registry")
class FactorRulesController {

    private final FactorRules rules;

    FactorRulesController(FactorRules rules) {
        this.rules = rules;
    }

    /** @param effectiveTo first day no more */
    record RuleEnd(@Nullable LocalDate effectiveTo) {}

    @GetMapping
    @Operation(summary = "In which codes and units a point's logger sends, where they differ from the dictionary")
    List<FactorRule> all(@PathVariable String mn) {
        return rules.of(rules.point(mn).id());
    }

    @PostMapping
    @Permit("registry.write")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Registers an alias of a factor's code, or another unit, from a day on",
            description =
                    "Packets stay as received; hour and day values of the rule's days are made anew. The totals (Cou)"
                            + " have a unit of their own and are not converted.")
    FactorRule register(@PathVariable String mn, @RequestBody NewFactorRule wanted) {
        return rules.register(rules.point(mn), wanted);
    }

    @PutMapping("/{id}/end")
    @Permit("registry.write")
    @Operation(summary = "Sets the first day on which a rule counts no more")
    FactorRule end(@PathVariable String mn, @PathVariable long id, @RequestBody RuleEnd end) {
        return rules.end(rules.point(mn), id, end.effectiveTo());
    }
}
