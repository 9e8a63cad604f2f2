package org.folkmoot.connectors.mail;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Cuts a mailbox into its mails, one at a time. A mail starts at a line `From ` with a time and a
/// year, above a line that looks like a header: prose that starts with "From" stays where it is.
final class Mbox implements AutoCloseable {

    static final int MAX_MAIL = 10 << 20;
    static final int MAX_HEADER = 1 << 20;
    static final int MAX_LINE = 1 << 20;

    private static final Pattern ENVELOPE =
            Pattern.compile("From .*\\b\\d{1,2}:\\d{2}(?::\\d{2})?\\b.*\\b\\d{4}\\b.*");
    private static final Pattern HEADER = Pattern.compile("(?s)[!-9;-~]+[ \\t]*:.*|>From .*");
    private static final Pattern ESCAPED = Pattern.compile("(?s)>+From .*");

    /// A mail as it stands, its lines ended by CR LF, one level of `>From` taken back.
    ///
    /// @param line where it starts, 1-based
    /// @param envelope its `From ` line; empty for text before the first mail
    /// @param cut whether anything was left out because it was too long
    @SuppressWarnings("ArrayRecordComponent") // read once, never compared
    record Letter(long line, String envelope, byte[] bytes, boolean cut) {}

    private final InputStream in;
    private final byte[] block = new byte[1 << 16];
    private int position;
    private int filled;
    private byte @Nullable [] ahead;
    private boolean aheadCut;
    private boolean cut;
    private long line;
    private @Nullable String envelope;
    private boolean begun;

    Mbox(InputStream raw) throws IOException {
        in = new BufferedInputStream(raw, 1 << 16);
        in.mark(4);
        var bom = in.readNBytes(3);
        if (!Arrays.equals(bom, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF})) {
            in.reset();
        }
        ahead = read();
    }

    /// The next mail, null after the last. Text before the first comes as a letter without
    /// envelope.
    @Nullable Letter next() throws IOException {
        if (begun && envelope == null) {
            return null;
        }
        begun = true;
        var start = Math.max(1, line);
        var of = envelope == null ? "" : envelope;
        var out = new ByteArrayOutputStream(8192);
        var header = envelope != null;
        var shortened = false;
        envelope = null;
        for (var bytes = line(); bytes != null; bytes = line()) {
            shortened |= cut;
            if (starts(bytes)) {
                envelope = new String(bytes, StandardCharsets.ISO_8859_1);
                break;
            }
            header &= bytes.length > 0;
            if (out.size() + bytes.length > (header ? MAX_HEADER : MAX_MAIL)) {
                shortened = true;
                continue;
            }
            var from = !header && ESCAPED.matcher(text(bytes)).matches() ? 1 : 0;
            out.write(bytes, from, bytes.length - from);
            out.write('\r');
            out.write('\n');
        }
        return new Letter(start, of, out.toByteArray(), shortened);
    }

    private boolean starts(byte[] bytes) {
        return bytes.length > 5
                && bytes[0] == 'F'
                && bytes.length < 1000
                && ahead != null
                && HEADER.matcher(text(ahead)).matches()
                && ENVELOPE.matcher(new String(bytes, StandardCharsets.ISO_8859_1)).matches();
    }

    /// Its beginning, enough to judge it.
    private static String text(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, 100), StandardCharsets.ISO_8859_1);
    }

    private byte @Nullable [] line() throws IOException {
        var now = ahead;
        cut = aheadCut;
        if (now != null) {
            line++;
            ahead = read();
        }
        return now;
    }

    /// A line without its end and without NUL; null at the end of the file.
    private byte @Nullable [] read() throws IOException {
        var buffer = new byte[256];
        var length = 0;
        aheadCut = false;
        var b = one();
        if (b < 0) {
            return null;
        }
        for (; b >= 0 && b != '\n'; b = one()) {
            if (length == MAX_LINE) {
                aheadCut = true;
            } else if (b != 0) {
                if (length == buffer.length) {
                    buffer = Arrays.copyOf(buffer, Math.min(MAX_LINE, length * 2));
                }
                buffer[length++] = (byte) b;
            }
        }
        return Arrays.copyOf(
                buffer, length > 0 && buffer[length - 1] == '\r' ? length - 1 : length);
    }

    /// The next byte, -1 at the end; one by one from the stream itself would take thrice the time.
    private int one() throws IOException {
        if (position == filled) {
            filled = Math.max(0, in.read(block));
            position = 0;
            if (filled == 0) {
                return -1;
            }
        }
        return block[position++] & 0xff;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
