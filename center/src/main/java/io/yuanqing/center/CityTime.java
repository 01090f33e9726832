package io.yuanqing.center;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.module.SimpleModule;

/** How the API writes and reads instants: ISO 8601 with the city's offset. */
@Configuration(proxyBeanMethods = false)
class CityTime implements WebMvcConfigurer {

    @Bean
    JacksonModule instantsInCityTime() {
        SimpleModule module = new SimpleModule("city-time");
        module.addSerializer(Instant.class, new ValueSerializer<Instant>() {
            @Override
            public void serialize(Instant value, JsonGenerator generator, SerializationContext context) {
                generator.writeString(write(value));
            }
        });
        module.addDeserializer(Instant.class, new ValueDeserializer<Instant>() {
            @Override
            public Instant deserialize(JsonParser parser, DeserializationContext context) {
                String text = parser.getValueAsString("");
                try {
                    return read(text);
                } catch (ParseException e) {
                    throw context.weirdStringException(text, Instant.class, "no time");
                }
            }
        });
        return module;
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatter(new Formatter<Instant>() {
            @Override
            public Instant parse(String text, Locale locale) throws ParseException {
                return read(text);
            }

            @Override
            public String print(Instant value, Locale locale) {
                return write(value);
            }
        });
    }

    static String write(Instant instant) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(Center.CITY_ZONE));
    }

    /** With an offset, or a local date and time of the city, or a date (its first moment). */
    static Instant read(String text) throws ParseException {
        // A '+' that was not escaped in a query string arrives as a blank.
        String candidate = text.strip().replace(' ', text.contains("T") ? '+' : 'T');
        try {
            if (candidate.length() == 10) {
                return LocalDate.parse(candidate).atStartOfDay(Center.CITY_ZONE).toInstant();
            }
            if (candidate.endsWith("Z") || candidate.lastIndexOf('+') > 0 || candidate.lastIndexOf('-') > 10) {
                return OffsetDateTime.parse(candidate).toInstant();
            }
            return LocalDateTime.parse(candidate).atZone(Center.CITY_ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new ParseException(
                    "'" + text + "' is no time; write 2026-11-24T08:00:00+08:00, 2026-11-24T08:00 or 2026-11-24", 0);
        }
    }
}
