/**
 * The packet log: the truth of the centre. Every intact packet is appended once, as received, numbered in commit order
 * and never changed; what cannot be taken as data is kept in quarantine with its bytes and the reason.
 */
@ApplicationModule(displayName = "packets")
@NullMarked
package io.yuanqing.center.packets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
