package io.yuanqing.center.readings;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.stereotype.Component;

/** Shows each derived reader's lag to the operator's monitoring. */
@Component
class ReaderMetrics implements MeterBinder {

    private final List<DerivedReader> readers;

    ReaderMetrics(List<DerivedReader> readers) {
        this.readers = readers;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        for (DerivedReader reader : readers) {
            Gauge.builder("yuanqing.reader.lag", reader, DerivedReader::lag)
                    .description("Packets or jobs that a derived reader has still to do")
                    .tag("reader", reader.name())
                    .register(registry);
        }
    }
}
