/** Ground floor: who may do what and see whose data, and the trail of what was done. */
@ApplicationModule(displayName = "identity")
@NullMarked
package io.yuanqing.center.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
