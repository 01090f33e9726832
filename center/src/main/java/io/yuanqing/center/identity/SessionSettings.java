package io.yuanqing.center.identity;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a browser's session lasts (GB/T 22239-2019 8.1.4.1 asks for a time-out and leaves the figures to the operator).
 *
 * @param idle a session ends after so long without anything that a person did; what an open page asks for by itself does not
 *     count
 * @param longest a session ends so long after its sign-in, whatever was done in it
 */
@ConfigurationProperties("yuanqing.identity.sessions")
record SessionSettings(
        @DefaultValue("2h") Duration idle,
        @DefaultValue("12h") Duration longest) {}
