package io.yuanqing.hj212.command;

/** What a GET asked for; goes up with the request's CN and QN. */
public sealed interface Answer extends Message
        permits AlarmLimits,
                ClockAnswer,
                InstrumentId,
                ParameterAnswer,
                RetainedSample,
                SampleOutputTime,
                SamplingPeriod,
                SiteInfo {}
