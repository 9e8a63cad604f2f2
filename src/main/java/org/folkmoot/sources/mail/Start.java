package org.folkmoot.sources.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// The beginning of a mail: what is beyond is not fetched.
final class Start extends OutputStream {

    private final int most;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(8192);

    Start(int most) {
        this.most = most;
    }

    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// @return whether that was all of it
    boolean take(Message mail) throws MessagingException, IOException {
        try {
            mail.writeTo(this);
            return true;
        } catch (Enough e) {
            return false;
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] some, int from, int length) throws IOException {
        kept.write(some, from, Math.min(length, most - kept.size()));
        if (kept.size() == most) {
            throw new Enough();
        }
    }

    byte[] toByteArray() {
        return kept.toByteArray();
    }
}
