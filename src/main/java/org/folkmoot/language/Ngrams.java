package org.folkmoot.language;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/// How much each run of up to four bytes of a word speaks for each language. About 7 MB.
///
/// The table is that of Nito-ELD (efficient language detector, large, Apache-2.0). The file: codes
/// of languages on a line; the number of rows, 4 bytes; then for each row 6 bytes of key, how many
/// languages, and for each of these a language and its points, a byte each.
final class Ngrams {

    /// Points every language has that a run speaks for at all; left out of the file.
    private static final int LEAST = 53;

    private final List<String> languages;
    private final long[] keys;
    private final int[] starts;
    private final byte[] points;

    private Ngrams(List<String> languages, long[] keys, int[] starts, byte[] points) {
        this.languages = languages;
        this.keys = keys;
        this.starts = starts;
        this.points = points;
    }

    static Ngrams load() {
        try (var in =
                new DataInputStream(
                        new BufferedInputStream(
                                new GZIPInputStream(
                                        Objects.requireNonNull(
                                                Ngrams.class.getResourceAsStream("ngrams.gz"))),
                                1 << 16))) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The table of languages cannot be read", e);
        }
    }

    private static Ngrams read(DataInputStream in) throws IOException {
        var codes = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            codes.append((char) c);
        }
        var rows = in.readInt();
        var size = Integer.highestOneBit(rows) * 4;
        var keys = new long[size];
        var starts = new int[size];
        var points = new byte[8 * rows];
        var end = 0;
        var key = new byte[6];
        for (int i = 0; i < rows; i++) {
            in.readFully(key);
            var packed = 0L;
            for (var b : key) {
                packed = (packed << 8) | (b & 0xff);
            }
            var slot = slot(packed, size);
            while (keys[slot] != 0) {
                slot = (slot + 1) & (size - 1);
            }
            keys[slot] = packed;
            starts[slot] = end;
            var many = in.readUnsignedByte();
            if (end + 1 + 2 * many > points.length) {
                points = Arrays.copyOf(points, points.length * 2);
            }
            points[end++] = (byte) many;
            in.readFully(points, end, 2 * many);
            end += 2 * many;
        }
        return new Ngrams(
                List.of(codes.toString().split(" ")), keys, starts, Arrays.copyOf(points, end));
    }

    /// Codes of ISO 639-1, by number.
    List<String> languages() {
        return languages;
    }

    /// Adds what these bytes speak for.
    ///
    /// @param key up to six bytes, the last one lowest
    /// @param scores by number of the language
    void add(long key, int[] scores) {
        var slot = slot(key, keys.length);
        while (keys[slot] != key) {
            if (keys[slot] == 0) {
                return;
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        var at = starts[slot];
        for (int i = 0, many = points[at++]; i < many; i++) {
            scores[points[at++] & 0xff] += (points[at++] & 0xff) + LEAST;
        }
    }

    private static int slot(long key, int size) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (size - 1);
    }

    /// The bytes of a word, as the table knows words: in UTF-8, in lower case.
    static byte[] bytes(String word) {
        return word.getBytes(StandardCharsets.UTF_8);
    }
}
