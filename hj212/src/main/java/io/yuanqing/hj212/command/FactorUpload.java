package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;
import io.yuanqing.hj212.Reading;
import java.util.List;

/** An upload of factors' values. The numbers of a {@link Reading} are lenient, its raw text is kept. */
public sealed interface FactorUpload extends Upload
        permits AlarmRecord, NoiseData, PeriodData, PeriodicRawData, RealtimeUpload, StandardCheck {

    /** The factors in the order sent; a factor that is sent twice comes twice. */
    List<Reading> readings();

    /** DataTime, then the values factor by factor. */
    @Override
    default String cp(Edition edition) {
        return new CpWriter(edition)
                .put(CpField.DATA_TIME, dataTime())
                .readings(readings())
                .toString();
    }
}
