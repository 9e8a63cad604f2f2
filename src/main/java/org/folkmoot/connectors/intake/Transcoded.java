package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;

/// Characters given as a stream of UTF-8 bytes, a small piece at a time.
final class Transcoded extends InputStream {

    private final Reader reader;
    private final char[] chars = new char[4097];
    private byte[] bytes = new byte[0];
    private int next;
    private int carried;

    Transcoded(Reader reader) {
        this.reader = reader;
    }

    @Override
    public int read() throws IOException {
        return more() ? bytes[next++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        if (len == 0) {
            return 0;
        }
        if (!more()) {
            return -1;
        }
        var n = Math.min(len, bytes.length - next);
        System.arraycopy(bytes, next, b, off, n);
        next += n;
        return n;
    }

    private boolean more() throws IOException {
        while (next == bytes.length) {
            var n = reader.read(chars, carried, chars.length - 1 - carried);
            if (n < 0 && carried == 0) {
                return false;
            }
            var length = carried + Math.max(0, n);
            // half of a pair waits for its other half
            carried = n >= 0 && Character.isHighSurrogate(chars[length - 1]) ? 1 : 0;
            bytes = new String(chars, 0, length - carried).getBytes(StandardCharsets.UTF_8);
            next = 0;
            if (carried == 1) {
                chars[0] = chars[length - 1];
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
