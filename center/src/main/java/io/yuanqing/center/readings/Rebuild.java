package io.yuanqing.center.readings;

import io.yuanqing.center.Refusal;
import org.springframework.stereotype.Component;

/** Makes derived figures anew on command. Effects (what was sent to people or other centres) are never rebuilt. */
@Component
class Rebuild {

    private final ReadingsReader reader;
    private final ReadingsStep step;

    Rebuild(ReadingsReader reader, ReadingsStep step) {
        this.reader = reader;
        this.step = step;
    }

    /**
     * Empties the figures and puts the reader back to the log's start, as one transaction; its thread then goes on by
     * itself.
     *
     * @throws Refusal 404 for a name that is no derived reader of the log
     */
    void begin(String name) {
        if (!name.equals(reader.name())) {
            throw Refusal.notFound("There is no reader '" + name + "' to be rebuilt; '" + reader.name() + "' is one");
        }
        step.rebuild();
    }
}
