package org.folkmoot.connectors.intake;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/// Stops a single row from filling the memory: while a row is being read, only so many characters
/// may pass.
final class Meter extends FilterReader {

    private final long limit;
    private long passed;
    private long rowStart = -1;

    Meter(Reader in, long limit) {
        super(in);
        this.limit = limit;
    }

    void rowStarts() {
        rowStart = passed;
    }

    void rowEnds() {
        rowStart = -1;
    }

    @Override
    public int read() throws IOException {
        var c = in.read();
        count(c < 0 ? 0 : 1);
        return c;
    }

    @Override
    public int read(char[] buffer, int off, int len) throws IOException {
        var n = in.read(buffer, off, len);
        count(Math.max(n, 0));
        return n;
    }

    private void count(int n) throws IOException {
        passed += n;
        if (rowStart >= 0 && passed - rowStart > limit) {
            throw new IOException(
                    "one record is larger than %,d million characters".formatted(limit >> 20));
        }
    }
}
