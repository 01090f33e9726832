package io.yuanqing.center.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Tokens of programs.
 *
 * @param longestDays days after which a token has to be made anew at the latest
 * @param most tokens that one account may have at the same time
 */
@ConfigurationProperties("yuanqing.identity.tokens")
record TokenSettings(
        @DefaultValue("366") int longestDays,
        @DefaultValue("20") int most) {}
