package org.folkmoot.connectors.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Tells how many bytes passed, each time that some did.
abstract class Counting extends FilterInputStream {

    Counting(InputStream in) {
        super(in);
    }

    /// @throws IOException when that is enough
    abstract void passed(long bytes) throws IOException;

    @Override
    public int read() throws IOException {
        var b = super.read();
        if (b >= 0) {
            passed(1);
        }
        return b;
    }

    @Override
    public int read(byte[] b, int off, int len) throws IOException {
        var n = super.read(b, off, len);
        if (n > 0) {
            passed(n);
        }
        return n;
    }

    @Override
    public long skip(long most) throws IOException {
        var n = super.skip(most);
        if (n > 0) {
            passed(n);
        }
        return n;
    }

    /// Nothing passes twice.
    @Override
    public boolean markSupported() {
        return false;
    }
}
