/** Under the roof: the sample city and its past, in the command {@code demo} only. */
@ApplicationModule(displayName = "demo")
@NullMarked
package io.yuanqing.center.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
