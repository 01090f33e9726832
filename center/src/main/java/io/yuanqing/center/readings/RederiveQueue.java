package io.yuanqing.center.readings;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The points whose readings are still to be made anew, as others see it. */
@Component
@Order(2)
class RederiveQueue implements DerivedReader {

    private final RederiveJobs jobs;
    private final ReadingsReader reader;

    RederiveQueue(RederiveJobs jobs, ReadingsReader reader) {
        this.jobs = jobs;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "readings.rederive";
    }

    @Override
    public long position() {
        return reader.position();
    }

    @Override
    public long lag() {
        return jobs.pending();
    }
}
