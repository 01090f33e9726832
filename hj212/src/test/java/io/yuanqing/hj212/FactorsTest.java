package io.yuanqing.hj212;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FactorsTest {

    @Test
    void theDictionaryIsCompleteAndFoundByCodeInAnyCase() {
        assertThat(Factors.all()).hasSize(501);
        Factor cod = Factors.find("W01018");
        assertThat(cod)
                .isEqualTo(new Factor(
                        "w01018",
                        "011",
                        "化学需氧量",
                        "Chemical oxygen demand (COD, CODCr)",
                        "water",
                        "mg/L",
                        "kg",
                        "N5.1"));
        assertThat(Factors.find("a24016").nameZh()).isEqualTo("1,1-二氯乙烷");
        assertThat(Factors.find("nobody")).isNull();
    }
}
