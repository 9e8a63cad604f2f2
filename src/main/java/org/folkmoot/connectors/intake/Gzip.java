package org.folkmoot.connectors.intake;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;

/// Unpacks the files of one export that are packed by themselves, as mailing list archives come:
/// once, each within the limit of its own size, all together within that of a zip.
final class Gzip {

    private static final String ENDING = ".gz";

    private final long most;
    private final AtomicLong unpacked = new AtomicLong();

    Gzip(long most) {
        this.most = most;
    }

    /// `2024-May.txt` of `2024-May.txt.gz`; other names as they are.
    static String plain(String name) {
        return ends(name) ? name.substring(0, name.length() - ENDING.length()) : name;
    }

    static boolean ends(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(ENDING) && name.length() > ENDING.length();
    }

    /// What is in the file: unpacked if its first bytes say that it is packed, whatever its name.
    ///
    /// @param packed its bytes on disk
    InputStream open(InputStream raw, long packed, String name) throws IOException {
        var in = new BufferedInputStream(raw, 1 << 16);
        in.mark(2);
        var head = in.readNBytes(2);
        in.reset();
        return head.length == 2 && head[0] == (byte) 0x1f && head[1] == (byte) 0x8b
                ? new Bounded(new Together(new GZIPInputStream(in, 1 << 16)), packed, name)
                : in;
    }

    private final class Together extends Counting {

        Together(InputStream in) {
            super(in);
        }

        @Override
        void passed(long bytes) throws IOException {
            if (unpacked.addAndGet(bytes) > most) {
                throw new Overblown(
                        "The packed files of this export unpack to more than %,d MB: import it in parts."
                                .formatted(most >> 20));
            }
        }
    }
}
