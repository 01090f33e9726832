package io.yuanqing.center.registry;

import io.yuanqing.center.Refusal.FieldProblem;
import java.util.List;
import java.util.Optional;

/**
 * The unified social credit code (统一社会信用代码, GB 32100-2015): 17 characters and one that checks them, weights 3^i
 * modulo 31 over an alphabet without I, O, S, V and Z.
 */
final class CreditCode {

    static final int LENGTH = 18;
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = 31;

    private CreditCode() {}

    /** What is wrong with it; empty when it is a valid code. */
    static Optional<FieldProblem> problem(String field, String code) {
        if (code.length() != LENGTH) {
            return wrong(
                    field,
                    "'" + code + "' has " + code.length() + " characters; a unified social credit code has 18",
                    "CREDIT_CODE_LENGTH",
                    code.length());
        }
        for (char one : code.toCharArray()) {
            if (ALPHABET.indexOf(one) < 0) {
                return wrong(
                        field,
                        "'" + code + "' holds '" + one
                                + "'; a unified social credit code has digits and capitals other than I, O, S, V and Z",
                        "CREDIT_CODE_CHARACTER",
                        one);
            }
        }
        char expected = check(code);
        return code.charAt(LENGTH - 1) == expected
                ? Optional.empty()
                : wrong(
                        field,
                        "'" + code + "' ends with '" + code.charAt(LENGTH - 1) + "', but its check character is '"
                                + expected + "' (GB 32100-2015); one of the 18 characters is mistyped",
                        "CREDIT_CODE_CHECK",
                        expected);
    }

    private static Optional<FieldProblem> wrong(String field, String message, String rule, Object arg) {
        return Optional.of(new FieldProblem(field, message, rule, List.of(String.valueOf(arg))));
    }

    private static char check(String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }
}
