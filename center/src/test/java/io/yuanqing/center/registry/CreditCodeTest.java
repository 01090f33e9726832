package io.yuanqing.center.registry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** GB 32100-2015. A mistyped code would tie an archive to another company's permit and tax. */
class CreditCodeTest {

    /** Of the sample city, made by other code than what is tested. */
    private static final String GOOD = "91530402MA51J0AW6B";

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Test
    void aCodeWithItsCheckCharacterIsValid() {
        assertThat(CreditCode.problem("creditCode", GOOD)).isEmpty();
        assertThat(CreditCode.problem("creditCode", "91530427MAYQJ4GF1T")).isEmpty();
    }

    @Test
    void everySingleMistypedCharacterIsFound() {
        for (int i = 0; i < CreditCode.LENGTH; i++) {
            for (char other : ALPHABET.toCharArray()) {
                if (other != GOOD.charAt(i)) {
                    String wrong = GOOD.substring(0, i) + other + GOOD.substring(i + 1);
                    assertThat(CreditCode.problem("creditCode", wrong))
                            .as(wrong)
                            .isPresent();
                }
            }
        }
    }

    @Test
    void twoNeighboursThatChangedPlacesAreFound() {
        for (int i = 0; i < CreditCode.LENGTH - 1; i++) {
            if (GOOD.charAt(i) != GOOD.charAt(i + 1)) {
                String wrong = GOOD.substring(0, i) + GOOD.charAt(i + 1) + GOOD.charAt(i) + GOOD.substring(i + 2);
                assertThat(CreditCode.problem("creditCode", wrong)).as(wrong).isPresent();
            }
        }
    }

    @Test
    void lengthAndAlphabetAreNamed() {
        assertThat(CreditCode.problem("creditCode", "123").orElseThrow().message())
                .contains("3 characters", "18");
        assertThat(CreditCode.problem("creditCode", "9153O402MA51J0AW6B")
                        .orElseThrow()
                        .message())
                .contains("'O'");
    }
}
