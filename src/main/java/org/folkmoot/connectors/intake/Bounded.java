package org.folkmoot.connectors.intake;

import java.io.IOException;
import java.io.InputStream;

/// Stops reading when a packed file unpacks to far more than its packed size explains.
final class Bounded extends Counting {

    /// Text packs at most about this well; a bomb packs a thousandfold.
    static final int MAX_RATIO = 300;

    /// Small files may pack as they like.
    static final long FREE = 16L << 20;

    private final String name;
    private final long limit;
    private long read;

    Bounded(InputStream in, long packed, String name) {
        super(in);
        this.name = name;
        this.limit = Math.max(FREE, packed * MAX_RATIO);
    }

    @Override
    void passed(long bytes) throws IOException {
        read += bytes;
        if (read > limit) {
            throw new Overblown(
                    "%s unpacks to more than %d times its size, as a zip bomb does: left unread."
                            .formatted(name, MAX_RATIO));
        }
    }
}
