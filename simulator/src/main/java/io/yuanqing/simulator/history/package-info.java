/** What a live city would have sent until now, for a log that is still empty. */
@NullMarked
package io.yuanqing.simulator.history;

import org.jspecify.annotations.NullMarked;
