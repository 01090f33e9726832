package io.yuanqing.hj212;

/** A piece that the {@link Framer} has cut from a stream. */
public sealed interface Cut {

    /** The bytes as received. */
    byte[] bytes();

    /** From {@code ##} through the CRC and its terminator (CR LF, LF, CR or none, as received). It may be damaged. */
    record Frame(byte[] bytes) implements Cut {}

    /** Bytes that belong to no frame. A long run of noise comes in several pieces. */
    record Noise(byte[] bytes) implements Cut {}
}
