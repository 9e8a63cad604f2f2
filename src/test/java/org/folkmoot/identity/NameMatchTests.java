package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTests {

    static PersonName name(String text) {
        return Objects.requireNonNull(PersonName.of(text), text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Ada Lovelace            | Ada Lovelace            | SAME
                    Ada Lovelace            | Lovelace, Ada           | SAME
                    Ada Lovelace            | LOVELACE Ada            | SAME
                    Ada Lovelace            | lovelace ada            | SAME
                    Ada Lovelace            | "Ada Lovelace" (Engine) | SAME
                    Ada Lovelace            | Ada Lovelace via list   | SAME
                    Ada Lovelace            | Dr. Ada Lovelace, PhD   | SAME
                    Ada Lovelace            | AdaLovelace             | SAME
                    Ada Lovelace            | ada.lovelace            | SAME
                    Ada Lovelace            | Signed-off-by: Ada Lovelace | SAME
                    Zoë Müller              | Zoe Muller              | SAME
                    Zoë Müller              | Zoe Mueller             | SPELT_OTHERWISE
                    Łukasz Ørsted           | Lukasz Orsted           | SAME
                    Алексей Иванов          | Aleksey Ivanov          | SAME
                    Алексей Иванов          | Alexei Ivanov           | SPELT_OTHERWISE
                    Лёша Иванов             | Alexey Ivanov           | NICKNAME
                    Саша Иванов             | Alexander Ivanov        | NICKNAME
                    محمد الزهراني           | Mohamed Alzahrani       | SPELT_OTHERWISE
                    王小明                  | Xiaoming Wang           | SAME
                    王小明                  | Wang Xiao Ming          | SPELT_OTHERWISE
                    山田花子                | 山田 花子               | SPELT_OTHERWISE
                    やまだ はなこ           | Hanako Yamada           | SAME
                    Grace Brewster Hopper   | Grace Hopper            | PARTLY
                    Grace B. Hopper         | Grace Hopper            | PARTLY
                    Bob Hopper              | Robert Hopper           | NICKNAME
                    Grace Hoper             | Grace Hopper            | SPELT_OTHERWISE
                    Grace Hupper            | Grace Hopper            | TYPO
                    G. Hopper               | Grace Hopper            | INITIAL
                    A. Hopper               | Grace Hopper            | GIVEN_DIFFERS
                    Grace A. Hopper         | Grace B. Hopper         | GIVEN_DIFFERS
                    Linus Hopper            | Grace Hopper            | GIVEN_DIFFERS
                    Grace Murray            | Grace Hopper            | SURNAME_DIFFERS
                    Stephen Boyd            | Boyd Stephen Smith      | SURNAME_DIFFERS
                    Linus Berg              | Grace Hopper            | DIFFERENT
                    Grace                   | Grace Hopper            | ONE_WORD
                    Grace                   | Grace                   | ONE_WORD
                    cobol59                 | Grace Hopper            | UNKNOWN
                    """)
    void namesAgreeAsFarAsPeopleWouldSay(String one, String other, NameLevel level) {
        assertThat(NameMatch.of(name(one), name(other)).level()).isEqualTo(level);
        assertThat(NameMatch.of(name(other), name(one)).level()).isEqualTo(level);
    }

    @Test
    void anAddressOrALinkIsNoName() {
        assertThat(PersonName.of("ada@example.org")).isNull();
        assertThat(PersonName.of("https://example.org")).isNull();
        assertThat(PersonName.of(" .. ")).isNull();
        assertThat(PersonName.of(null)).isNull();
    }

    @Test
    void whoIsRelayedIsMarkedSo() {
        assertThat(name("Ada via the list").relayed()).isTrue();
        assertThat(name("Olivia Lovelace").relayed()).isFalse();
    }

    @Test
    void namesInEveryScriptMeetInTheSameBlock() {
        assertThat(NameTraits.of(name("Алексей Иванов")))
                .containsAnyElementsOf(NameTraits.of(name("Alexey Ivanov")));
        assertThat(NameTraits.of(name("محمد الزهراني")))
                .containsAnyElementsOf(NameTraits.of(name("Mohamed Alzahrani")));
        assertThat(NameTraits.of(name("Uwe König")))
                .containsAnyElementsOf(NameTraits.of(name("Koenig, Uwe")));
    }

    @Test
    void aNicknameIsFoundByTheSurnameAndWhatItIsComparedWith() {
        assertThat(Nicknames.alike("bob", "robert")).isTrue();
        assertThat(Nicknames.alike("sasha", "alexander")).isTrue();
        assertThat(Nicknames.alike("bob", "ada")).isFalse();
        assertThat(Nicknames.alike("unheardof", "unheardof")).isFalse();
    }

    @Test
    void oneLetterOffIsATypo() {
        assertThat(NameMatch.oneOff("hopper", "hooper")).isTrue();
        assertThat(NameMatch.oneOff("hopper", "hoppers")).isTrue();
        assertThat(NameMatch.oneOff("hopper", "ohpper")).isTrue();
        assertThat(NameMatch.oneOff("hopper", "hotter")).isFalse();
        assertThat(NameMatch.oneOff("hopper", "hop")).isFalse();
    }
}
