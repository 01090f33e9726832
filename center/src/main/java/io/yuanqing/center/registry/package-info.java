/** Floor 2: enterprises, their outlets and monitoring points, and which logger speaks for a point since when. */
@ApplicationModule(displayName = "registry")
@NullMarked
package io.yuanqing.center.registry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
