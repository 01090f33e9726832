/** What happens at a point, and what its instruments say: pure functions of seed, MN and time. */
@NullMarked
package io.yuanqing.simulator.nature;

import org.jspecify.annotations.NullMarked;
