package io.yuanqing.hj212.command;

/** Opens a dialogue of shape SET, GET or HIST; goes down, and the field machine answers with 9011. */
public sealed interface Request extends Message
        permits AlarmLimitsRequest,
                Calibrate,
                FactorRequest,
                HistoryRequest,
                PlainRequest,
                SetAlarmLimits,
                SetClock,
                SetKey,
                SetParameter,
                SetSamplingHours,
                SetSamplingPeriod,
                SetSiteParameter,
                SetTimeout,
                SiteInfoRequest {}
