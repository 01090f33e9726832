package io.yuanqing.simulator.live;

import io.yuanqing.hj212.Edition;
import io.yuanqing.simulator.city.City;
import io.yuanqing.simulator.city.CityPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A box that dials: a registered logger, or one of those that should not be there. */
record Device(CityPoint point, Habit habit) {

    private static final String STRANGE_MN = "010A89FF016F00FFFFFF0001";

    static List<Device> all(City city, Faults faults) {
        List<Device> devices = new ArrayList<>();
        city.points().forEach(point -> devices.add(new Device(point, Habit.NONE)));
        if (faults == Faults.NONE) {
            return devices;
        }
        give(devices, Habit.LINE_FEED_ONLY, point -> point.edition() == Edition.E2017);
        devices.add(new Device(city.points().get(0).withMn(STRANGE_MN), Habit.UNREGISTERED));
        if (faults == Faults.WILD) {
            give(devices, Habit.MODBUS_CRC, point -> point.edition() == Edition.E2017 && !point.gas());
            give(devices, Habit.CLOCK_OFF_BY_YEARS, point -> point.edition() == Edition.E2017 && point.gas());
            devices.add(new Device(city.points().get(city.points().size() / 2), Habit.SECOND_CONNECTION));
        }
        return devices;
    }

    /** The last fitting one gets the habit, so that the head of every list shows loggers in good health. */
    private static void give(List<Device> devices, Habit habit, Predicate<CityPoint> fitting) {
        for (int i = devices.size() - 1; i >= 0; i--) {
            Device device = devices.get(i);
            if (device.habit() == Habit.NONE && fitting.test(device.point())) {
                devices.set(i, new Device(device.point(), habit));
                return;
            }
        }
    }
}
