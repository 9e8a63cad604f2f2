package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Lines of a text whose charset nobody told: UTF-8 where a line is valid UTF-8, else Windows-1252,
/// line by line, so that mixed files come out right. A line beyond the limit is cut there and the
/// rest passed over, so that a line of a gigabyte costs no memory.
public final class Lines implements AutoCloseable {

    public static final int MAX_LINE = 1 << 20;

    private static final Charset FALLBACK = Charset.forName("windows-1252");

    private final PushbackInputStream in;
    private byte[] buffer = new byte[8192];
    private long number;
    private boolean cut;

    public Lines(InputStream in) throws IOException {
        this.in = new PushbackInputStream(in, 3);
        var bom = this.in.readNBytes(3);
        if (!(bom.length == 3
                && bom[0] == (byte) 0xEF
                && bom[1] == (byte) 0xBB
                && bom[2] == (byte) 0xBF)) {
            this.in.unread(bom);
        }
    }

    /// The next line without its end, NUL bytes left out; null at the end.
    public @Nullable String next() throws IOException {
        var length = 0;
        var any = false;
        cut = false;
        for (int b = in.read(); b >= 0; b = in.read()) {
            any = true;
            if (b == '\n') {
                break;
            }
            if (length == MAX_LINE) {
                cut = true;
                continue;
            }
            if (b != 0) {
                if (length == buffer.length) {
                    buffer = java.util.Arrays.copyOf(buffer, Math.min(MAX_LINE, length * 2));
                }
                buffer[length++] = (byte) b;
            }
        }
        if (!any) {
            return null;
        }
        number++;
        if (length > 0 && buffer[length - 1] == '\r') {
            length--;
        }
        return decode(buffer, length);
    }

    /// 1-based number of the line last given.
    public long number() {
        return number;
    }

    /// Whether the line last given was longer than the limit.
    public boolean wasCut() {
        return cut;
    }

    /// Strict UTF-8, else Windows-1252.
    public static String decode(byte[] bytes, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, length, FALLBACK);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
