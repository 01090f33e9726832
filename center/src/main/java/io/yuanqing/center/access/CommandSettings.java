package io.yuanqing.center.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Commands down to loggers.
 *
 * @param reply how long a logger's first reply (9011, 9013) is waited for before the command is sent again; the standard's
 *     table of bearers says 10 s for mobile networks, 5 s for fixed lines, 30 s for NB-IoT
 * @param resends how often a command is sent again with the same QN; the standard says 3, for NB-IoT 5
 * @param execution how long the next data or the result (9012) is waited for; no edition gives a figure
 * @param longest the whole of one command, whatever arrives
 * @param waitingPerLogger commands of one logger that may wait or run at the same time; they are sent one after the other
 * @param confirmWithin how long a command that acts on instruments may wait for its second confirmation
 */
@ConfigurationProperties("yuanqing.access.commands")
record CommandSettings(
        @DefaultValue("10s") Duration reply,
        @DefaultValue("3") int resends,
        @DefaultValue("60s") Duration execution,
        @DefaultValue("1h") Duration longest,
        @DefaultValue("32") int waitingPerLogger,
        @DefaultValue("1h") Duration confirmWithin) {}
