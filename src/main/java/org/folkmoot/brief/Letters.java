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
/// everywhere. It knows Latin, Greek, Cyrillic, Hebrew, Arabic, Armenian and Georgian.
final class Letters {

    private static final String MISSING = "\u25a1";
    private static final String FOLDER = "net/sf/jasperreports/fonts/dejavu/";
    private static final BaseFont PLAIN = font("DejaVuSans.ttf");
    private static final BaseFont BOLD = font("DejaVuSans-Bold.ttf");

    private boolean missing;

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
        var shown = new StringBuilder();
        words.codePoints()
                .forEach(
                        c -> {
                            if (skipped(c)) {
                                return;
                            }
                            if (base.charExists(c)) {
                                shown.appendCodePoint(c);
                            } else {
                                missing = true;
                                shown.append(MISSING);
                            }
                        });
        return new Phrase(new Chunk(shown.toString(), new Font(base, size, Font.NORMAL, colour)));
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
}
