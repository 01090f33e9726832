package io.yuanqing.simulator.nature;

import io.yuanqing.simulator.city.CityPoint;
import io.yuanqing.simulator.city.Process;
import io.yuanqing.simulator.city.Process.Level;
import io.yuanqing.simulator.nature.Episode.Kind;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What really flows through the outlet, minute by minute. Everything follows the plant's load: flow, temperature and
 * humidity directly, oxygen against it, pollutants through it and through the treatment. Pollutants of one outlet sway
 * together (one furnace, one works) and each on its own.
 */
final class Truth {

    private static final double AMBIENT_OXYGEN = 20.8;
    private static final int START_UP = 150;

    private final CityPoint point;
    private final Process process;
    private final Episodes episodes;
    private final long key;
    private final long common;
    private final double size;
    private final int phase;
    private final double reference;
    private final Role[] roles;
    private final Level[] levels;
    private final double[] usual;

    private enum Role {
        FLOW,
        OXYGEN,
        TEMPERATURE,
        VELOCITY,
        PRESSURE,
        HUMIDITY,
        PH,
        FURNACE,
        POLLUTANT;

        static Role of(String factor) {
            return switch (factor) {
                case "a00000", "w00000" -> FLOW;
                case "a19001" -> OXYGEN;
                case "a01012" -> TEMPERATURE;
                case "a01011" -> VELOCITY;
                case "a01013" -> PRESSURE;
                case "a01014" -> HUMIDITY;
                case "w01001" -> PH;
                case "a01901" -> FURNACE;
                default -> POLLUTANT;
            };
        }
    }

    Truth(long seed, CityPoint point, Episodes episodes) {
        this.point = point;
        this.process = point.process();
        this.episodes = episodes;
        this.key = Noise.key(seed, point.mn() + "/truth");
        this.common = Noise.key(key, "common");
        this.size = Noise.between(Noise.key(key, "size"), 0.7, 1.35);
        this.phase = Noise.pick(Noise.key(key, "phase"), 300);
        this.reference = Objects.requireNonNullElse(point.referenceOxygen(), Double.NaN);
        int count = point.factors().size();
        this.roles = new Role[count];
        this.levels = new Level[count];
        this.usual = new double[count];
        for (int i = 0; i < count; i++) {
            String factor = point.factors().get(i);
            roles[i] = Role.of(factor);
            levels[i] = level(process, factor, roles[i]);
            usual[i] = levels[i].typical() * Noise.between(key + 1000L * (i + 1) + 17, 0.75, 1.25);
        }
    }

    private static Level level(Process process, String factor, Role role) {
        Level level = process.levels().get(factor);
        if (level == null && role.compareTo(Role.PH) >= 0) {
            throw new IllegalStateException("process " + process.name() + " has no level of factor " + factor);
        }
        return level == null ? new Level(0, 0) : level;
    }

    /** True values of all factors of the point, in its order, at one minute. */
    double[] at(long minute) {
        List<Episode> now = episodes.around(minute);
        double load = load(minute, now);
        double oxygen = oxygen(minute, load);
        double temperature = point.gas() ? temperature(minute, load) : 0;
        double flow = flow(minute, load);
        double common = Noise.wander(this.common, minute);
        double[] values = new double[roles.length];
        for (int i = 0; i < values.length; i++) {
            long own = key + 1000L * (i + 1);
            values[i] = switch (roles[i]) {
                case FLOW -> flow;
                case OXYGEN -> oxygen;
                case TEMPERATURE -> temperature;
                // 12 m/s at full load; the flow is standard and dry, the velocity is not.
                case VELOCITY ->
                    12 * flow / (process.flow() * size) * (273 + temperature) / (273 + process.temperature());
                case PRESSURE -> process.pressure() * (0.5 + 0.5 * load) + 0.015 * Noise.wander(own, minute);
                case HUMIDITY -> process.humidity() * (0.45 + 0.55 * load) * (1 + 0.05 * Noise.wander(own, minute));
                default -> pollutant(i, minute, load, oxygen, 0.55 * common + 0.8 * Noise.wander(own, minute), now);
            };
        }
        return values;
    }

    /** 0 (stands still) to about 1.1. */
    double load(long minute, List<Episode> now) {
        double load = plan(minute) * (1 + 0.05 * Noise.smooth(common + 7, minute, 180));
        for (Episode episode : now) {
            if (episode.kind() == Kind.STOP) {
                if (episode.at(minute)) {
                    return 0;
                }
                long since = minute - episode.toMinute();
                if (since >= 0 && since < START_UP) {
                    load *= 0.3 + 0.7 * since / START_UP;
                }
            }
        }
        return Math.max(0, load);
    }

    private double plan(long minute) {
        int hour = CityTime.minuteOfDay(minute) / 60;
        int minuteOfDay = CityTime.minuteOfDay(minute);
        return switch (process.load()) {
            case CONTINUOUS -> 0.93;
            case DAY -> 0.78 - 0.2 * Math.cos((minuteOfDay - 180) * Math.PI / 720);
            case WEEK -> CityTime.dayOfWeek(minute) == 6 ? 0.12 : hour >= 7 && hour < 22 ? 0.95 : 0.4;
            case BATCH -> batch(minute);
            case MUNICIPAL ->
                0.72
                        + 0.22 * Math.sin((minuteOfDay - 360) * Math.PI / 720)
                        + 0.13 * Math.sin((minuteOfDay - 420) * Math.PI / 360);
            case CAMPAIGN -> campaign(minute);
        };
    }

    /** A charge takes 200 to 340 minutes, of which the first part is worked and the rest waited. */
    private double batch(long minute) {
        int length = 200 + phase % 140;
        double within = Math.floorMod(minute + phase, (long) length) / (double) length;
        return within < 0.72 ? 0.75 + 0.3 * Math.sin(within / 0.72 * Math.PI) : 0.35;
    }

    private double campaign(long minute) {
        int day = CityTime.dayOfYear(minute);
        boolean season = day >= 312 + phase % 14 || day < 130;
        return season ? 0.95 : 0;
    }

    private double oxygen(long minute, double load) {
        Double rated = process.oxygen();
        if (rated == null) {
            return AMBIENT_OXYGEN;
        }
        if (load == 0) {
            return AMBIENT_OXYGEN + 0.05 * Noise.bell(Noise.key(key, minute));
        }
        double share = Math.min(1, load);
        double value = rated + (AMBIENT_OXYGEN - rated) * 0.35 * (1 - share) + 0.35 * Noise.wander(key + 11, minute);
        return Math.min(AMBIENT_OXYGEN, Math.max(1, value));
    }

    private double flow(long minute, double load) {
        double full = size * process.flow();
        if (!point.gas()) {
            return Math.max(0, load * full * (1 + 0.06 * Noise.wander(key + 15, minute)));
        }
        double fan = load == 0 ? 0.02 : 0.35 + 0.65 * load;
        return Math.max(0, fan * full * (1 + 0.025 * Noise.wander(key + 15, minute)));
    }

    private double temperature(long minute, double load) {
        double warm = 22 + (process.temperature() - 22) * (load == 0 ? 0.15 : 0.45 + 0.55 * load);
        return warm + 1.5 * Noise.wander(key + 13, minute);
    }

    private double pollutant(int i, long minute, double load, double oxygen, double sway, List<Episode> now) {
        Level level = levels[i];
        Episode failure = failure(point.factors().get(i), minute, now);
        if (roles[i] == Role.PH) {
            return level.typical() + 0.12 * sway + (failure == null ? 0 : 1.9 * failure.strength());
        }
        if (roles[i] == Role.FURNACE) {
            double hot = load == 0 ? 60 : level.typical() - 140 * (1 - Math.min(1, load));
            return hot + 11 * sway - (failure == null ? 0 : 95 * failure.strength());
        }
        double production = load == 0 ? 0.06 : Math.pow(Math.max(load, 0.2), 0.3);
        double value = usual[i] * Math.exp(0.17 * sway) * production;
        if (failure != null) {
            value = Math.max(value, level.limit() * failure.strength() * Math.exp(0.06 * sway));
        }
        // The level is at reference oxygen; what is measured is thinned by the air that is really there.
        return Double.isNaN(reference) ? value : value * (21 - oxygen) / (21 - reference);
    }

    private static @Nullable Episode failure(String factor, long minute, List<Episode> now) {
        for (Episode episode : now) {
            if (episode.kind() == Kind.TREATMENT_FAILURE && episode.at(minute) && episode.concerns(factor)) {
                return episode;
            }
        }
        return null;
    }
}
