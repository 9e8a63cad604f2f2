package org.folkmoot.store;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Ends after so many bytes, whatever still comes.
final class AtMost extends FilterInputStream {

    private long left;

    AtMost(InputStream from, long most) {
        super(from);
        this.left = most;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (left <= 0) {
            return -1;
        }
        var read = in.read(into, from, (int) Math.min(length, left));
        left -= Math.max(read, 0);
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
