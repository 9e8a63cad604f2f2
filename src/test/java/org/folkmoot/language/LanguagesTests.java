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
    void whatIsPassedOnTagsAndLaughterSayNothing() {
        assertThat(
                        Languages.of(
                                        "RT @the_news_of_the_day: Heute Abend ist der Saal zu :tada: "
                                                + "#breakingNewsOfTheDay #whatAWonderfulWorld t.co/theNewsOfTheDay")
                                .language())
                .isEqualTo("de");
        assertThat(Languages.of("#bonjourtoutlemonde").language()).isEqualTo("fr");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko | 어제 docker compose up 하니까 container 가 안 떠요",
                "ja | 昨日 docker compose up したら error が出ました",
                "zh | 我昨天用 docker compose up 启动的时候有问题",
                "th | วันนี้ server ล่มอีกแล้ว ใครช่วยดูหน่อย",
                "el | Ο server έπεσε πάλι",
                "ru | у меня docker compose up не работает"
            })
    void wordsOfLatinInAnotherScriptSayNothing(String language, String post) {
        assertThat(Languages.of(post).language()).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "es | Ya casi es la hora, ya la veo y la escucho",
                "sl | Za vikend gremo na morje, na plažo za Koprom",
                "id | Pak, tak boleh begitu dong, sudah malam nih",
                "ms | Awak nak pergi kedai tak, kerana esok cuti",
                "nl | Dat is toch niet zo, ik heb het nie gezien joh",
                "af | Ons sal môre vir julle sê hoe laat die skool begin",
                "sk | Dnes som bol v meste a teraz idem domov",
                "cs | Dnes jsem byl ve městě a teď jdu domů",
                "bg | Ще се видим утре в залата",
                "uk | Побачимося завтра, якщо не буде дощу",
                "ru | Сыну купили новые лыжи",
                "mr | मला माहीत नाही, ते उद्या येणार आहेत",
                "hi | मुझे पता नहीं, वे कल आने वाले हैं"
            })
    void neighboursAreToldApart(String language, String post) {
        assertThat(Languages.of(post).language()).isEqualTo(language);
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
        for (var piece : new String[] {"a.", "lol", "xd", "haha", "aaa", "#a", "RT @a: ", ":a:"}) {
            assertThat(Languages.of("Bitte " + piece.repeat(100_000))).isNotNull();
        }
    }
}
