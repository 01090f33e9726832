package io.yuanqing.center.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.yuanqing.center.Center;
import io.yuanqing.center.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ContextConfiguration;

@SpringBootTest(classes = Center.class)
@ContextConfiguration(initializers = TestDatabase.class)
class RulesTest {

    @Autowired
    Rules rules;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyThresholdHasALegalBasisAndAUnit() {
        assertThat(rules.all())
                .isNotEmpty()
                .allSatisfy(rule -> assertThat(rule.legalBasis()).isNotBlank())
                .allSatisfy(rule -> assertThat(rule.unit()).isNotBlank());
        assertThat(rules.number("DATA_TIME_WINDOW_PAST_DAYS", LocalDate.EPOCH)).isEqualByComparingTo("400");
    }

    @Test
    void aChangeHoldsFromItsDayInTheCityAndThePastKeepsItsValue() {
        insert("TEST_CHANGED", "1", null, "2026-07-01");
        insert("TEST_CHANGED", "2", "2026-07-01", null);
        // Midnight in the city is 16:00 UTC of the day before.
        assertThat(rules.number("TEST_CHANGED", Instant.parse("2026-06-30T15:59:59Z")))
                .isEqualByComparingTo("1");
        assertThat(rules.number("TEST_CHANGED", Instant.parse("2026-06-30T16:00:00Z")))
                .isEqualByComparingTo("2");
        assertThat(rules.dated("TEST_CHANGED").at(Instant.parse("2030-01-01T00:00:00Z")))
                .isEqualByComparingTo("2");
    }

    @Test
    void aParameterCannotHaveTwoValuesOnOneDay() {
        insert("TEST_TWICE", "1", null, "2026-07-01");
        assertThatThrownBy(() -> insert("TEST_TWICE", "2", "2026-06-30", null)).hasMessageContaining("TEST_TWICE");
    }

    @Test
    void aMissingParameterOrValueIsNamedInsteadOfBeingGuessed() {
        assertThatThrownBy(() -> rules.dated("TEST_UNKNOWN"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("TEST_UNKNOWN");
        insert("TEST_LATER", "1", "2026-07-01", null);
        assertThatThrownBy(() -> rules.number("TEST_LATER", LocalDate.parse("2026-06-30")))
                .hasMessageContaining("TEST_LATER")
                .hasMessageContaining("2026-06-30");
    }

    private void insert(String code, String value, String from, String to) {
        jdbc.sql("""
                        insert into rule_parameter (code, value, unit, effective_from, effective_to, meaning, legal_basis)
                        values (:code, cast(:value as numeric), '1', cast(:from as date), cast(:to as date), 'test', 'test')
                        """)
                .param("code", code)
                .param("value", value)
                .param("from", from)
                .param("to", to)
                .update();
    }
}
