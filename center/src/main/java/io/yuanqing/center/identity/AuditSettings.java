package io.yuanqing.center.identity;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the audit trail is anchored outside of the database.
 *
 * @param anchors file that gets a line with the number and hash of the trail's last entry; relative to the data directory. On
 *     another machine's share it stands even against whoever rules this one
 * @param every how often it gets a line, when something was added to the trail
 */
@ConfigurationProperties("yuanqing.identity.audit")
record AuditSettings(
        @DefaultValue(AuditAnchor.FILE) Path anchors,
        @DefaultValue("10m") Duration every) {}
