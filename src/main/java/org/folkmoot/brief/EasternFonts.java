package org.folkmoot.brief;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;

/// Chinese, Japanese and Korean in a PDF: names of fonts that readers have or replace by their own,
/// for to embed one would make the program twice as large.
final class EasternFonts {

    /// Korean, Japanese, Chinese of the mainland, of Taiwan and Hong Kong; without serifs where
    /// there is such a name.
    private static final List<BaseFont> ALL =
            List.of(
                    font("HYGoThic-Medium", "UniKS-UCS2-H"),
                    font("HeiseiKakuGo-W5", "UniJIS-UCS2-H"),
                    font("STSong-Light", "UniGB-UCS2-H"),
                    font("MHei-Medium", "UniCNS-UCS2-H"));

    private final List<BaseFont> fonts;

    private EasternFonts(List<BaseFont> fonts) {
        this.fonts = fonts;
    }

    /// Those for a text, of its language first: Korean is told by its Hangul and Japanese by its
    /// kana; what has neither is taken for Chinese.
    static EasternFonts of(String words) {
        boolean kana = has(words, UnicodeScript.HIRAGANA) || has(words, UnicodeScript.KATAKANA);
        int first = has(words, UnicodeScript.HANGUL) ? 0 : kana ? 1 : 2;
        var fonts = new ArrayList<>(ALL.subList(first, ALL.size()));
        fonts.addAll(ALL.subList(0, first));
        return new EasternFonts(fonts);
    }

    /// The first that has a letter, or null: they know none beyond the 65,536 of the basic plane.
    @Nullable BaseFont with(int letter) {
        if (!Character.isBmpCodePoint(letter)) {
            return null;
        }
        return fonts.stream().filter(f -> f.charExists(letter)).findFirst().orElse(null);
    }

    private static boolean has(String words, UnicodeScript script) {
        return words.codePoints().anyMatch(c -> UnicodeScript.of(c) == script);
    }

    private static BaseFont font(String name, String letters) {
        try {
            return BaseFont.createFont(name, letters, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException("The letters of PDF files cannot be read", e);
        }
    }
}
