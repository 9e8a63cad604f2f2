package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Lines of a text whose charset nobody told: UTF-16 where its mark or its zeros show it; else
/// UTF-8 where a line is valid UTF-8, else Windows-1252, line by line, so that mixed files come out
/// right. A line beyond the limit is cut there and the rest passed over, so that a line of a
/// gigabyte costs no memory.
public final class Lines implements AutoCloseable {

    /// Bytes of UTF-8.
    public static final int MAX_LINE = 1 << 20;

    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private int next;
    private int end;
    private byte[] line = new byte[8192];
    private int length;
    private long number;
    private boolean cut;

    public Lines(InputStream in) throws IOException {
        var pushback = Unicode.pushback(in);
        var charset = Unicode.detect(pushback);
        this.in =
                charset.equals(StandardCharsets.UTF_8)
                        ? pushback
                        : new Transcoded(new InputStreamReader(pushback, charset));
    }

    /// The next line without its end, NUL bytes left out; null at the end.
    public @Nullable String next() throws IOException {
        length = 0;
        cut = false;
        if (!more()) {
            return null;
        }
        number++;
        while (more()) {
            var from = next;
            while (next < end && block[next] != '\n') {
                next++;
            }
            take(from, next);
            if (next < end) {
                next++;
                break;
            }
        }
        if (!cut && length > 0 && line[length - 1] == '\r') {
            length--;
        }
        return decode(line, length);
    }

    private boolean more() throws IOException {
        while (next == end) {
            next = 0;
            end = in.read(block);
            if (end < 0) {
                end = 0;
                return false;
            }
        }
        return true;
    }

    private void take(int from, int to) {
        for (var i = from; i < to; i++) {
            if (block[i] == 0) {
                continue;
            }
            if (length == MAX_LINE) {
                cut = true;
                return;
            }
            if (length == line.length) {
                line = Arrays.copyOf(line, Math.min(MAX_LINE, length * 2));
            }
            line[length++] = block[i];
        }
    }

    /// 1-based number of the line last given.
    public long number() {
        return number;
    }

    /// Whether the line last given was longer than the limit.
    public boolean wasCut() {
        return cut;
    }

    /// Strict UTF-8, else Windows-1252. A letter cut in half at the very end is left out.
    public static String decode(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, whole(bytes, length)))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, length, FALLBACK);
        }
    }

    /// Only a line that was cut can end within a letter.
    private static int whole(byte[] bytes, int length) {
        if (length < MAX_LINE) {
            return length;
        }
        var start = length - 1;
        while (start > length - 4 && (bytes[start] & 0xC0) == 0x80) {
            start--;
        }
        var lead = bytes[start] & 0xFF;
        var needs = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        return start + needs > length ? start : length;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
