/**
 * The HJ 212 protocol: bytes to packets and back ({@code io.yuanqing.hj212}), its commands ({@code command}) and its
 * dialogues ({@code dialogue}). Needs the JDK alone; the annotations are not there at run time.
 */
module io.yuanqing.hj212 {
    requires static org.jspecify;

    exports io.yuanqing.hj212;
    exports io.yuanqing.hj212.command;
    exports io.yuanqing.hj212.dialogue;
    exports io.yuanqing.hj212.explain;
}
