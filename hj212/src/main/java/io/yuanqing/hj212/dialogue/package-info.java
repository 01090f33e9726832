/**
 * Conversations of HJ 212 as pure state machines: who asks, who answers, what belongs together. Nothing here has a thread,
 * a socket or a clock; the moment is passed in, and what is to be done comes back.
 */
@NullMarked
package io.yuanqing.hj212.dialogue;

import org.jspecify.annotations.NullMarked;
