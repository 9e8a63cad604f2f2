package org.folkmoot.connectors.wordpress;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Leaves out the characters that XML forbids: blogs contain them, and a parser would stop there.
final class XmlText extends FilterReader {

    private final String first;
    private int given;

    /// @param first what comes before all that is read
    XmlText(String first, Reader in) {
        super(in);
        this.first = first;
    }

    @Override
    public int read() throws IOException {
        var one = new char[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (given < first.length()) {
            var some = Math.min(length, first.length() - given);
            first.getChars(given, given + some, target, offset);
            given += some;
            return some;
        }
        while (true) {
            var n = in.read(target, offset, length);
            if (n <= 0) {
                return n;
            }
            var kept = 0;
            for (var i = offset; i < offset + n; i++) {
                var c = target[i];
                if (c >= ' ' ? c < '\uFFFE' : c == '\t' || c == '\n' || c == '\r') {
                    target[offset + kept++] = c;
                }
            }
            if (kept > 0) {
                return kept;
            }
        }
    }
}
