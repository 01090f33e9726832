/** The monitoring centre's server. */
@NullMarked
package io.yuanqing.center;

import org.jspecify.annotations.NullMarked;
