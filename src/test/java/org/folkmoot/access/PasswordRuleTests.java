package org.folkmoot.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRuleTests {

    @ParameterizedTest
    @CsvSource({
        "short,password.short",
        "elevenchars,password.short",
        "password1234,password.common",
        "Passwort12345!,password.common",
        "123456789012,password.common",
        "aaaaaaaaaaaa,password.common",
        "abcabcabcabc,password.common",
        "qwertyuiop123,password.common",
        "hopper is my name,password.own",
        "i am amazing-grace now,password.own",
    })
    void aPasswordThatIsTriedFirstWillNotDo(String password, String why) {
        assertThat(PasswordRule.objection(password, "Grace Hopper", "amazing-grace@example.org"))
                .contains(why);
    }

    @ParameterizedTest
    @CsvSource({"seven green kettles sing", "xk9-vb2_qq7.zz", "山田さんの青い自転車が好き", "lower only words"})
    void aLongOneOfAnySignsIsGood(String password) {
        assertThat(PasswordRule.objection(password, "Grace Hopper", "grace@example.org")).isEmpty();
    }

    @Test
    void aPasswordHasAnEnd() {
        assertThat(PasswordRule.objection("ab cd ef ".repeat(30), "Ada", "ada@example.org"))
                .contains("password.long");
    }
}
