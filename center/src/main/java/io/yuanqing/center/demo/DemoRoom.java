package io.yuanqing.center.demo;

import io.yuanqing.center.identity.Caller;
import io.yuanqing.center.packets.PacketLog;
import io.yuanqing.center.registry.Certificates;
import io.yuanqing.center.registry.Contacts;
import io.yuanqing.center.registry.Contractors;
import io.yuanqing.center.registry.Contracts;
import io.yuanqing.center.registry.Enterprises;
import io.yuanqing.center.registry.EquipmentRegister;
import io.yuanqing.center.registry.Limits;
import io.yuanqing.center.registry.Outlets;
import io.yuanqing.center.registry.Points;
import io.yuanqing.center.registry.Staff;
import io.yuanqing.center.store.DataDirectory;
import java.nio.file.Path;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
            Enterprises enterprises,
            Points points,
            Limits limits,
            SampleArchives archives,
            Caller caller,
            PlatformTransactionManager transactions) {
        return new SampleCity(enterprises, points, limits, archives, caller, new TransactionTemplate(transactions));
    }

    @Bean
    SampleArchives sampleArchives(
            Outlets outlets,
            Contacts contacts,
            EquipmentRegister equipment,
            Contractors contractors,
            Staff staff,
            Contracts contracts,
            Certificates certificates,
            Clock clock) {
        return new SampleArchives(outlets, contacts, equipment, contractors, staff, contracts, certificates, clock);
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
        private static final long LONGEST_FILL_MILLIS = 20_000;
        private static final Logger LOG = LoggerFactory.getLogger(DemoRoom.class);

        private final SampleCity city;
        private final HistoryLoad load;
        private @Nullable Thread thread;
        private @Nullable Thread filling;

        Opening(SampleCity city, HistoryLoad load) {
            this.city = city;
            this.load = load;
        }

        @Override
        public synchronized void start() {
            city.registerIfEmpty();
            thread = load.begin();
            filling = fill();
        }

        private Thread fill() {
            Thread started = new Thread(
                    () -> {
                        try {
                            city.fillIfEmpty();
                        } catch (RuntimeException e) {
                            LOG.warn("the sample archives were not filled; the next start tries again", e);
                        }
                    },
                    "demo-archives");
            started.setDaemon(true);
            started.start();
            return started;
        }

        @Override
        public synchronized void stop() {
            await(filling);
            filling = null;
            Thread running = thread;
            thread = null;
            if (running != null) {
                load.stop(running);
            }
        }

        /** One transaction: what it has done by then would be undone. */
        private static void await(@Nullable Thread filling) {
            try {
                if (filling != null) {
                    filling.join(LONGEST_FILL_MILLIS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public synchronized boolean isRunning() {
            return thread != null || filling != null;
        }

        @Override
        public int getPhase() {
            return PHASE;
        }
    }
}
