package io.yuanqing.center;

import java.time.Clock;
import java.time.ZoneId;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The application: its rooms are the packages beneath. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Center {

    /** All times that people read, and all hours and days, are the city's. */
    public static final ZoneId CITY_ZONE = ZoneId.of("Asia/Shanghai");

    @Bean
    Clock clock() {
        return Clock.system(CITY_ZONE);
    }
}
