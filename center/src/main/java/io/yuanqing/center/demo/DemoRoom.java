package io.yuanqing.center.demo;

import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.registry.Enterprises;
import io.yuanqing.center.registry.Limits;
import io.yuanqing.center.registry.Points;
import io.yuanqing.center.store.DataDirectory;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the sample city up before the first logger may call, and its past behind it. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("yuanqing.demo.enabled")
class DemoRoom {

    @Bean
    SampleCity sampleCity(
            Enterprises enterprises, Points points, Limits limits, PlatformTransactionManager transactions) {
        return new SampleCity(enterprises, points, limits, new TransactionTemplate(transactions));
    }

    @Bean
    HistoryLoad historyLoad(DemoSettings settings, DataDirectory data, PacketLog log) {
        String seed = settings.seed();
        return new HistoryLoad(seed == null || seed.isBlank() ? null : Path.of(seed), data.path(), log);
    }

    @Bean
    SmartLifecycle demo(SampleCity city, HistoryLoad load) {
        return new Opening(city, load);
    }

    /** After the log has started, before the network has; stopped in the reverse order. */
    private static final class Opening implements SmartLifecycle {
        private static final int PHASE = 150;

        private final SampleCity city;
        private final HistoryLoad load;
        private @Nullable Thread thread;

        Opening(SampleCity city, HistoryLoad load) {
            this.city = city;
            this.load = load;
        }

        @Override
        public synchronized void start() {
            city.registerIfEmpty();
            thread = load.begin();
        }

        @Override
        public synchronized void stop() {
            Thread running = thread;
            thread = null;
            if (running != null) {
                load.stop(running);
            }
        }

        @Override
        public synchronized boolean isRunning() {
            return thread != null;
        }

        @Override
        public int getPhase() {
            return PHASE;
        }
    }
}
