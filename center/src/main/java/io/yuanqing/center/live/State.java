package io.yuanqing.center.live;

/** A point's one headline state, the most pressing first: the first that applies is shown. */
enum State {
    /** 离线: no data within the limit. */
    OFFLINE,
    /** 超标: a valid mean above its limit. */
    EXCEEDING,
    /** 异常: data arrive, but a watched factor has no number or a flag that makes it unusable. */
    ABNORMAL,
    /** 维护: maintenance or calibration. */
    MAINTENANCE,
    /** 停运: out of service. */
    STOPPED,
    /** 正常: data on time, nothing against them. */
    NORMAL
}
