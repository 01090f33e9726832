package io.yuanqing.center.readings;

import io.yuanqing.center.Refusal;
import io.yuanqing.center.identity.AuditTrail;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes derived figures anew on command. Effects (what was sent to people or other centres) are never rebuilt. */
@Component
class Rebuild {

    private final ReadingsReader reader;
    private final ReadingsStep step;
    private final AuditTrail trail;

    Rebuild(ReadingsReader reader, ReadingsStep step, AuditTrail trail) {
        this.reader = reader;
        this.step = step;
        this.trail = trail;
    }

    /**
     * Empties the figures and puts the reader back to the log's start, as one transaction; its thread then goes on by
     * itself.
     *
     * @throws Refusal 404 for a name that is no derived reader of the log
     */
    @Transactional
    public void begin(String name) {
        if (!name.equals(reader.name())) {
            throw Refusal.notFound("There is no reader '" + name + "' to be rebuilt; '" + reader.name() + "' is one");
        }
        long position = reader.position();
        step.rebuild();
        trail.record("READER_REBUILT", "reader:" + name, Map.of("position", position), Map.of("position", 0));
    }
}
