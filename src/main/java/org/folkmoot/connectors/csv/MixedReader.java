package org.folkmoot.connectors.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.folkmoot.connectors.intake.Lines;

/// Characters of a text that is UTF-8 where a line is valid UTF-8 and Windows-1252 where it is not.
/// NUL bytes and a leading mark of order are passed over. Holds one line, or a part of a long one.
final class MixedReader extends Reader {

    private static final int PART = 1 << 16;

    private final InputStream in;
    private final byte[] chunk = new byte[PART];
    private int chunkAt;
    private int chunkEnd;
    private final byte[] line = new byte[PART + 8];
    private String text = "";
    private int at;
    private boolean started;

    MixedReader(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (at == text.length()) {
            if (!fill()) {
                return -1;
            }
        }
        var n = Math.min(length, text.length() - at);
        text.getChars(at, at + n, target, offset);
        at += n;
        return n;
    }

    private boolean fill() throws IOException {
        var length = 0;
        var any = false;
        while (length < line.length) {
            var b = next();
            if (b < 0) {
                break;
            }
            any = true;
            if (b != 0) {
                line[length++] = (byte) b;
            }
            if (b == '\n' || (length >= PART && (peek() & 0xC0) != 0x80)) {
                break;
            }
        }
        text = Lines.decode(line, length);
        at = !started && text.startsWith("\uFEFF") ? 1 : 0;
        started |= length > 0;
        return any;
    }

    private int next() throws IOException {
        var b = peek();
        chunkAt++;
        return b;
    }

    private int peek() throws IOException {
        if (chunkAt >= chunkEnd) {
            chunkEnd = Math.max(0, in.read(chunk));
            chunkAt = 0;
        }
        return chunkEnd == 0 ? -1 : chunk[chunkAt] & 0xFF;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
