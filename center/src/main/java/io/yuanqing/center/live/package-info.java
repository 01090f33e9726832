/** Live: each point's headline state, the list of points with it, and the stream that browsers follow. */
@ApplicationModule(displayName = "live")
@NullMarked
package io.yuanqing.center.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
