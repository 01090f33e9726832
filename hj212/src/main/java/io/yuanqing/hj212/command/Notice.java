package io.yuanqing.hj212.command;

/** Tells something; the other side answers with 9013. */
public sealed interface Notice extends Message
        permits AlarmEvent, CalibrationWanted, HardwareSerials, KeyWanted, PlainNotice {}
