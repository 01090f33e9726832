package io.yuanqing.center.store;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Out of service while no packet can be taken; otherwise up, with the alarms beside it for who may see them. */
@Component("alarms")
class AlarmsHealth implements HealthIndicator {

    private final OperationalAlarms alarms;

    AlarmsHealth(OperationalAlarms alarms) {
        this.alarms = alarms;
    }

    @Override
    public Health health() {
        Health.Builder health =
                alarms.standing().stream().anyMatch(alarm -> alarm.kind().stopsPackets())
                        ? Health.outOfService()
                        : Health.up();
        alarms.standing().forEach(alarm -> health.withDetail(alarm.kind() + " " + alarm.subject(), alarm.detail()));
        return health.build();
    }
}
