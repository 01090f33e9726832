package io.yuanqing.center.store;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What is watched below the rooms.
 *
 * @param diskWarn free space in the data directory's file system below which the alarm DISK_LOW stands
 * @param diskSpare free space below which the bytes of quarantined frames and of noise are counted but not kept
 * @param diskStop free space below which no packet is taken (DISK_FULL): sockets are not read until there is room again.
 *     The database needs this reserve to finish what it has begun
 * @param clockTolerance by how much the clock may differ from the machine's steady one within a second, before the alarm
 *     CLOCK_JUMPED stands
 * @param clockAlarm how long CLOCK_JUMPED stands
 * @param databaseAway how long the database may give no answer before the alarm DATABASE_AWAY stands
 */
@ConfigurationProperties("yuanqing.store")
public record StoreSettings(
        @DefaultValue("5GB") DataSize diskWarn,
        @DefaultValue("1GB") DataSize diskSpare,
        @DefaultValue("256MB") DataSize diskStop,
        @DefaultValue("10s") Duration clockTolerance,
        @DefaultValue("1h") Duration clockAlarm,
        @DefaultValue("5s") Duration databaseAway) {}
