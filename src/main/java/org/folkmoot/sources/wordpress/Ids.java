package org.folkmoot.sources.wordpress;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Which numbers of a site's things were seen, small enough to be kept with every page.
final class Ids {

    /// Larger numbers are not kept; what bears one is read, and not missed when it is gone.
    private static final long LARGEST = 1L << 23;

    private final BitSet all;

    private Ids(BitSet all) {
        this.all = all;
    }

    /// @param kept what [#text] gave, empty for none
    static Ids of(String kept) {
        if (kept.isEmpty()) {
            return new Ids(new BitSet());
        }
        try (var in =
                new InflaterInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(kept)))) {
            return new Ids(BitSet.valueOf(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String text() {
        var out = new ByteArrayOutputStream();
        try (var packed = new DeflaterOutputStream(out)) {
            packed.write(all.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(out.toByteArray());
    }

    boolean has(long id) {
        return id > 0 && id < LARGEST && all.get((int) id);
    }

    void add(long id) {
        if (id > 0 && id < LARGEST) {
            all.set((int) id);
        }
    }

    void remove(long id) {
        if (has(id)) {
            all.clear((int) id);
        }
    }

    int size() {
        return all.cardinality();
    }

    /// Those that are not among the others.
    List<Long> without(Ids others) {
        var left = (BitSet) all.clone();
        left.andNot(others.all);
        return left.stream().mapToObj(id -> (long) id).toList();
    }
}
