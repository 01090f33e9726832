package io.yuanqing.center.store;

import java.time.Instant;

/** Published as an event of the application, for rooms that tell people; on the thread that noticed. */
public sealed interface AlarmChange {

    OperationalAlarm alarm();

    /** It began. */
    record Raised(OperationalAlarm alarm) implements AlarmChange {}

    /** It is over. */
    record Cleared(OperationalAlarm alarm, Instant at) implements AlarmChange {}
}
