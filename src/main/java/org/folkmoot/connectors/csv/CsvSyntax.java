package org.folkmoot.connectors.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.connectors.intake.Tree;

/// How a CSV file is written, judged by its first 64 kB.
///
/// @param encoding how bytes become characters
/// @param delimiter `,` `;` tab or `|`
/// @param above lines before the row that names the columns: Excel's `sep=;`, or what a report says
///     of a meeting as a whole
public record CsvSyntax(Encoding encoding, char delimiter, int above) {

    /// UTF-8 (where a line is none, Windows-1252) or one of the two that Excel writes as "Unicode".
    public enum Encoding {
        UTF_8,
        UTF_16LE,
        UTF_16BE;

        Reader open(InputStream in) {
            return switch (this) {
                case UTF_8 -> new MixedReader(in);
                case UTF_16LE -> new InputStreamReader(in, StandardCharsets.UTF_16LE);
                case UTF_16BE -> new InputStreamReader(in, StandardCharsets.UTF_16BE);
            };
        }
    }

    private static final int HEAD = 1 << 16;
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};

    public static CsvSyntax sniff(Tree tree, Tree.Entry file) throws IOException {
        return sniff(tree.head(file, HEAD));
    }

    static CsvSyntax sniff(byte[] head) {
        var encoding = encoding(head);
        var text = text(encoding, head);
        if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 4) {
            return new CsvSyntax(encoding, text.charAt(4), 1);
        }
        var best = ',';
        var bestScore = 0;
        for (var delimiter : DELIMITERS) {
            var score = score(text, delimiter);
            if (score > bestScore) {
                best = delimiter;
                bestScore = score;
            }
        }
        for (var delimiter : bestScore == 0 ? DELIMITERS : new char[] {best}) {
            var above = CsvReport.above(text, delimiter);
            if (above > 0) {
                return new CsvSyntax(encoding, delimiter, above);
            }
        }
        return new CsvSyntax(encoding, best, 0);
    }

    /// The cells of the first row, empty when there is none that can be read.
    static List<String> firstRow(byte[] head) {
        var syntax = sniff(head);
        var text = CsvReport.below(text(syntax.encoding(), head), syntax.above());
        try (var reader =
                CsvReader.builder()
                        .fieldSeparator(syntax.delimiter())
                        .allowUnclosedQuote(true)
                        .build(new CsvCells(1000), text)) {
            return reader.stream().findFirst().map(CsvCells.Cells::cells).orElse(List.of());
        } catch (CsvParseException | IOException e) {
            return List.of(); // no CSV
        }
    }

    private static Encoding encoding(byte[] head) {
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Encoding.UTF_16LE;
        }
        if (head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF) {
            return Encoding.UTF_16BE;
        }
        var even = 0;
        var odd = 0;
        for (var i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                even += i % 2 == 0 ? 1 : 0;
                odd += i % 2;
            }
        }
        var many = head.length / 8;
        return odd > many && odd > 4 * even
                ? Encoding.UTF_16LE
                : even > many && even > 4 * odd ? Encoding.UTF_16BE : Encoding.UTF_8;
    }

    private static String text(Encoding encoding, byte[] head) {
        try (var reader = encoding.open(new ByteArrayInputStream(head))) {
            var text = new StringWriter();
            reader.transferTo(text);
            return text.toString().replaceFirst("^\uFEFF", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How alike the first rows are when cut at this character: rows that have as many as the first
    /// row, times a little for having more of it.
    private static int score(String text, char delimiter) {
        var counts = new int[20];
        var row = 0;
        var quoted = false;
        for (var i = 0; i < text.length() && row < counts.length; i++) {
            var c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == delimiter) {
                counts[row]++;
            } else if (!quoted && c == '\n') {
                row++;
            }
        }
        var alike = 0;
        for (var i = 0; i < Math.min(row + 1, counts.length); i++) {
            alike += counts[i] == counts[0] ? 1 : 0;
        }
        return counts[0] == 0 ? 0 : alike * 100 + Math.min(99, Arrays.stream(counts).sum());
    }

    /// The file's characters from its first row on.
    PushbackReader open(Tree tree, Tree.Entry file) throws IOException {
        var reader = new PushbackReader(encoding.open(tree.open(file)));
        var first = reader.read();
        if (first >= 0 && first != '\uFEFF') {
            reader.unread(first);
        }
        return reader;
    }
}
