package org.folkmoot.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | Has anybody seen the new release notes yet?",
                "de | Der Stammtisch findet diesmal im Hinterzimmer statt, bringt bitte Kuchen mit",
                "fr | On se retrouve demain devant la salle, pensez à prendre vos badges",
                "es | Mañana no habrá reunión porque la sala está ocupada todo el día",
                "pt | A reunião de amanhã foi adiada porque ninguém consegue vir",
                "it | Domani ci vediamo in biblioteca, portate qualcosa da mangiare",
                "nl | Morgen komen we bij elkaar in de bibliotheek, neem iets te eten mee",
                "pl | Jutro spotykamy się w bibliotece, weźcie coś do jedzenia",
                "tr | Yarın kütüphanede buluşuyoruz, yanınızda yiyecek bir şeyler getirin",
                "ru | Завтра встречаемся в библиотеке, возьмите с собой что-нибудь поесть",
                "uk | Завтра зустрічаємося в бібліотеці, візьміть із собою щось поїсти",
                "ar | نلتقي غدا في المكتبة، أحضروا معكم شيئا للأكل",
                "hi | कल हम पुस्तकालय में मिलेंगे, कुछ खाने के लिए साथ लाएँ",
                "ja | 明日は図書館で会いましょう、何か食べるものを持ってきてください",
                "zh | 明天我们在图书馆见面，请带一些吃的东西来",
                "ko | 내일 도서관에서 만나요, 먹을 것을 가져오세요",
                "id | Besok kita bertemu di perpustakaan, bawa makanan karena tidak ada kantin",
                "sw | Kesho tutakutana katika maktaba, leteni chakula kwa sababu hakuna hoteli hapa",
                "vi | Ngày mai chúng ta gặp nhau ở thư viện, hãy mang theo đồ ăn"
            })
    void tellsInWhichLanguageAPostIs(String language, String post) {
        var spoken = Languages.of(post);
        assertThat(spoken.language()).isEqualTo(language);
        assertThat(spoken.certain()).isTrue();
    }

    @Test
    void codeLinksAndNamesSayNothing() {
        assertThat(
                        Languages.of(
                                        "@anna schau mal, das ist doch schon lange so: "
                                                + "`the quick brown fox jumps over` https://example.org/the/thing/that/was")
                                .language())
                .isEqualTo("de");
        assertThat(Languages.of("```\nfor (int i = 0; i < n; i++)\n``` https://example.org"))
                .isEqualTo(Spoken.NOTHING);
    }

    @Test
    void aFewLettersAreNotEnoughToBeCertain() {
        assertThat(Languages.of("ok cool").certain()).isFalse();
        assertThat(Languages.of("").language()).isEmpty();
        assertThat(Languages.of("\0 \uD83D\uDE00 1234").language()).isEmpty();
    }

    @Test
    void anEndlessWordIsReadByItsBeginning() {
        var endless = "Donaudampfschifffahrt".repeat(100_000);
        assertThat(Languages.of(endless).language()).isNotEmpty();
    }
}
