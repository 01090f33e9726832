/** The HJ 212 protocol: bytes to packets and back. */
@NullMarked
package io.yuanqing.hj212;

import org.jspecify.annotations.NullMarked;
