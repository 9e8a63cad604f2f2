package org.folkmoot.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.ProfileField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FieldKindTests {

    private static final List<String> SIZES = List.of("S", "M", "Extra large");

    @ParameterizedTest
    @CsvSource({
        "TEXT, '  Likes tea  ', 'Likes tea'",
        "TEXT, '<b>山田</b>', '<b>山田</b>'",
        "NUMBER, '12,50', 12.5",
        "NUMBER, '1 000', 1000",
        "NUMBER, -0.250, -0.25",
        "NUMBER, 100, 100",
        "DATE, 2026-02-28, 2026-02-28",
        "CHOICE, extra LARGE, Extra large",
        "YES_NO, TRUE, yes",
        "YES_NO, Nein, no"
    })
    void whatWasTypedIsKeptInOneWay(FieldKind kind, String typed, String kept) {
        assertThat(kind.usable(typed, SIZES)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, '', Write something",
        "NUMBER, many, is no number",
        "NUMBER, 1e999999999, is no number",
        "NUMBER, '=1+1', is no number",
        "DATE, 2026-02-30, is no date",
        "DATE, 28.3.2026, is no date",
        "CHOICE, XS, 'choose one of S, M, Extra large'",
        "YES_NO, perhaps, neither yes nor no"
    })
    void whatCannotBeKeptIsRefusedInASentence(FieldKind kind, String typed, String words) {
        assertThatThrownBy(() -> kind.usable(typed, SIZES))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining(words);
    }

    @Test
    void aTextHasAnEndAndNoNulCharacter() {
        assertThat(FieldKind.TEXT.usable("a\0b", List.of())).isEqualTo("ab");
        assertThat(FieldKind.TEXT.usable("😀".repeat(500), List.of())).hasSize(1000);
        assertThatThrownBy(() -> FieldKind.TEXT.usable("x".repeat(1001), List.of()))
                .isInstanceOf(Refusal.Unusable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "T-shirt size, t_shirt_size",
        "Größe, gro_e",
        "Größe (EU), gro_e_eu",
        "山田花子, field",
        "Location, location_own",
        "'  ', field"
    })
    void aKeyIsPlainAndNeverOneOfTheProfilesOwn(String name, String key) {
        assertThat(FieldWish.key(name)).isEqualTo(key);
    }

    @Test
    void aChoiceNeedsChoices() {
        assertThat(FieldWish.of(" Size ", "choice", "S\n\n M \nS", false))
                .isEqualTo(new FieldWish("Size", FieldKind.CHOICE, List.of("S", "M"), false));
        assertThatThrownBy(() -> FieldWish.of("Size", "choice", "S", false))
                .hasMessageContaining("from 2 to 50 choices");
        assertThatThrownBy(() -> FieldWish.of("\0 ", "text", "", false))
                .hasMessageContaining("a name of up to 100 characters");
        assertThatThrownBy(() -> FieldWish.of("Size", "colour", "", false))
                .hasMessageContaining("Choose text, number");
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEZONE, berlin, Europe/Berlin",
        "TIMEZONE, new york, America/New_York",
        "TIMEZONE, UTC+2, UTC+02:00",
        "LANGUAGE, german, de",
        "LANGUAGE, pt_BR, pt-BR",
        "LANGUAGE, 日本語, ja",
        "WEBSITE, ada.example, https://ada.example",
        "LOCATION, 'New   York', New York"
    })
    void aProfileFieldIsKeptAsMachinesReadIt(ProfileField field, String typed, String kept) {
        assertThat(field.usable(typed)).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "TIMEZONE, Lantern City, No time zone is called",
        "LANGUAGE, Elvish of old, We know no language",
        "WEBSITE, javascript://x, no address of a web page",
        "WEBSITE, 'a b', no address of a web page",
        "NAME, ' ', Write something"
    })
    void aProfileFieldRefusesWhatItCannotHold(ProfileField field, String typed, String words) {
        assertThatThrownBy(() -> field.usable(typed))
                .isInstanceOf(Refusal.Unusable.class)
                .hasMessageContaining(words);
    }
}
