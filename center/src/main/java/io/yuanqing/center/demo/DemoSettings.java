package io.yuanqing.center.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo.
 *
 * @param enabled registers the sample city in an empty registry; the command {@code demo} sets it
 * @param seed file or named pipe with the sample city's past (written by {@code simulator history}); read into an empty
 *     log, or to the end when an earlier start was cut off
 */
@ConfigurationProperties("yuanqing.demo")
record DemoSettings(
        @DefaultValue("false") boolean enabled, @Nullable String seed) {}
