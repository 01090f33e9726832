package io.yuanqing.simulator.wire;

/**
 * One frame to be sent.
 *
 * @param qn number of the exchange; a re-send keeps it
 * @param answered the logger waits for 9014 (or 9013 for a heartbeat)
 */
public record Upload(String cn, String qn, boolean answered, byte[] frame) {}
