package io.yuanqing.hj212.command;

import io.yuanqing.hj212.Edition;

/** Which field carries the value of a command that gets or sets a single one. */
final class Parameter {

    private Parameter() {}

    /** The fields it is read from. */
    static CpField[] read(Command command) {
        return switch (command) {
            case SET_WARN_TIME -> new CpField[] {CpField.WARN_TIME};
            case GET_CENTRE_ADDRESS, SET_CENTRE_ADDRESS -> new CpField[] {CpField.ALARM_TARGET, CpField.REPORT_TARGET};
            case GET_REPORT_TIME, SET_REPORT_TIME -> new CpField[] {CpField.REPORT_TIME};
            case GET_REALTIME_INTERVAL, SET_REALTIME_INTERVAL -> new CpField[] {CpField.RTD_INTERVAL};
            case GET_MINUTE_INTERVAL, SET_MINUTE_INTERVAL -> new CpField[] {CpField.MIN_INTERVAL};
            case SET_PASSWORD -> new CpField[] {CpField.NEW_PW, CpField.PW};
            case SET_NETWORK_CODE -> new CpField[] {CpField.NETWORK_CODE};
            default -> new CpField[0];
        };
    }

    /** The field it is written to. */
    static CpField written(Command command, Edition edition) {
        CpField[] fields = read(command);
        if (fields.length == 0) {
            throw new IllegalArgumentException(command.cn() + " (" + command.en() + ") does not carry a single value");
        }
        return command == Command.SET_PASSWORD && edition == Edition.E2005 ? CpField.PW : fields[0];
    }
}
