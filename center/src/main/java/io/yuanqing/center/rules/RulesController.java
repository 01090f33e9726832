package io.yuanqing.center.rules;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows by which thresholds the centre judges. */
@RestController
@Tag(name = "rules", description = "Dated parameters with their legal basis")
class RulesController {

    private final Rules rules;

    RulesController(Rules rules) {
        this.rules = rules;
    }

    @GetMapping("/api/rules")
    @Operation(summary = "All parameters, with past and future values")
    List<RuleParameter> rules() {
        return rules.all();
    }
}
