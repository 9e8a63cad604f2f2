package org.folkmoot.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;

class LettersTests {

    private static Map<String, String> fonts(Letters letters, String words) {
        var fonts = new LinkedHashMap<String, String>();
        for (var part : letters.phrase(words, 10, Font.NORMAL, Color.BLACK)) {
            var chunk = (Chunk) part;
            fonts.put(chunk.getContent(), chunk.getFont().getBaseFont().getPostscriptFontName());
        }
        return fonts;
    }

    @ParameterizedTest
    @CsvSource({
        "Ask 山田花子さん, 山田花子さん, HeiseiKakuGo-W5",
        "安装教程 please, 安装教程, STSong-Light",
        "感謝 한국어, 感謝 한국어, HYGoThic-Medium",
        "謝謝 臺灣, 謝謝 臺灣, STSong-Light",
        "Здравствуйте, Здравствуйте, DejaVuSans"
    })
    void eachWordIsWrittenWithAFontThatHasIt(String words, String part, String font) {
        var letters = new Letters();
        var fonts = fonts(letters, words);
        assertThat(String.join("", fonts.keySet())).isEqualTo(words);
        assertThat(letters.missing()).isFalse();
        assertThat(letters.borrowed()).isEqualTo(!font.startsWith("DejaVu"));
        assertThat(fonts.keySet().stream().filter(k -> part.contains(k.strip())).findFirst())
                .as("%s", fonts)
                .hasValueSatisfying(k -> assertThat(fonts.get(k)).isEqualTo(font));
    }

    @ParameterizedTest
    @CsvSource({"สวัสดี", "Hi 🎉", "𠮷"})
    void whatNoFontHasBecomesASignAndIsTold(String words) {
        var letters = new Letters();
        assertThat(String.join("", fonts(letters, words).keySet())).contains("□");
        assertThat(letters.missing()).isTrue();
        assertThat(letters.borrowed()).isFalse();
    }
}
