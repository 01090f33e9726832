/** Frames drawn as text for people, in Chinese or English. */
@NullMarked
package io.yuanqing.hj212.explain;

import org.jspecify.annotations.NullMarked;
