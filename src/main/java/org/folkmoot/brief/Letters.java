package org.folkmoot.brief;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.openpdf.text.Chunk;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.springframework.core.io.ClassPathResource;

/// The letters of a PDF: DejaVu Sans, embedded as far as it is used, so that it looks the same
/// everywhere. It knows Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian and Georgian. Chinese,
/// Japanese and Korean are in fonts of the reader.
final class Letters {

    private static final String MISSING = "\u25a1";
    private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";
    private static final BaseFont PLAIN = font("DejaVuSans.ttf");
    private static final BaseFont BOLD = font("DejaVuSans-Bold.ttf");

    private boolean missing;
    private boolean borrowed;

    private static BaseFont font(String name) {
        try (var bytes = new ClassPathResource(FOLDER + name).getInputStream()) {
            return Objects.requireNonNull(
                    BaseFont.createFont(
                            name,
                            BaseFont.IDENTITY_H,
                            BaseFont.EMBEDDED,
                            true,
                            bytes.readAllBytes(),
                            null));
        } catch (IOException e) {
            throw new UncheckedIOException("The letters of PDF files cannot be read", e);
        }
    }

    Phrase phrase(String words, float size, int style, Color colour) {
        var base = style == Font.BOLD ? BOLD : PLAIN;
        var eastern = EasternFonts.of(words);
        var phrase = new Phrase();
        var shown = new StringBuilder();
        var current = base;
        for (int c : words.codePoints().filter(c -> !skipped(c)).toArray()) {
            var own = base.charExists(c);
            var other = own ? null : eastern.with(c);
            missing |= !own && other == null;
            borrowed |= other != null;
            var next = other == null ? base : other;
            if (!next.equals(current)) {
                add(phrase, shown, new Font(current, size, Font.NORMAL, colour));
                current = next;
            }
            shown.append(own || other != null ? Character.toString(c) : MISSING);
        }
        add(phrase, shown, new Font(current, size, Font.NORMAL, colour));
        return phrase;
    }

    private static void add(Phrase phrase, StringBuilder shown, Font font) {
        if (!shown.isEmpty()) {
            phrase.add(new Chunk(shown.toString(), font));
            shown.setLength(0);
        }
    }

    /// Joiners and marks of direction have no look of their own.
    private static boolean skipped(int c) {
        var type = Character.getType(c);
        return type == Character.FORMAT
                || type == Character.CONTROL
                || (c >= 0xfe00 && c <= 0xfe0f);
    }

    /// Whether something had to be left out so far.
    boolean missing() {
        return missing;
    }

    /// Whether something so far needs a font that the reader has itself.
    boolean borrowed() {
        return borrowed;
    }
}
