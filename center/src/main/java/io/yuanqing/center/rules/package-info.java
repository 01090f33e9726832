/** Floor 1: dated parameters. Every threshold is a row with value, unit, period of effect and legal basis. */
@ApplicationModule(displayName = "rules")
@NullMarked
package io.yuanqing.center.rules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
