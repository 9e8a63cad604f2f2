package org.folkmoot.store;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Counts and digests what goes through. Leaves what is below open, as one entry of a file is not
/// the file.
final class Counted extends FilterOutputStream {

    private final MessageDigest digest = sha256();
    private long bytes;

    Counted(OutputStream to) {
        super(to);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        out.write(some, from, length);
        digest.update(some, from, length);
        bytes += length;
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    long bytes() {
        return bytes;
    }

    /// The SHA-256 of all that went through, in hexadecimal digits. Ask once, at the end.
    String sha256Digits() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
