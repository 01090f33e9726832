/** Keeping the store: backups on a schedule and on demand, and whether the readers of the log keep up with it. */
@ApplicationModule(displayName = "upkeep")
@NullMarked
package io.yuanqing.center.upkeep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
