package io.yuanqing.hj212.command;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** Data that go up, on the field machine's own account or within a HIST dialogue. */
public sealed interface Upload extends Message
        permits DeviceStatus, FactorUpload, InstrumentId, LoggerStart, RetainedSample, RunTimes, SiteInfo {

    /** The moment, or the start of the period, in the logger's local time (China Standard Time). */
    @Nullable
    LocalDateTime dataTime();
}
