package org.folkmoot.metrics;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/// Who waited how long, in columns: a year of a large community has some hundred thousand of them.
/// Answers are kept with their times, so that what waits goes on waiting until another moment.
final class Waiting extends AbstractList<Wait> implements RandomAccess {

    private static final int PLACE = 0;
    private static final int AT = 1;
    private static final int THREADED = 2;
    private static final int INFERRED = 3;
    private static final int STAFF = 4;
    private static final int COLUMNS = 5;

    private final long to;
    private long[] rows = new long[8 * COLUMNS];
    private int many;

    /// @param to the end of what is known, in microseconds since 1970, like all times here
    Waiting(long to) {
        this.to = to;
    }

    /// @param threaded when the first threaded reply came, `NEVER` without one; the others likewise
    void put(Root root, long threaded, long inferred, long staff) {
        room(1);
        int row = many++ * COLUMNS;
        rows[row + PLACE] = root.place();
        rows[row + AT] = root.at();
        rows[row + THREADED] = threaded;
        rows[row + INFERRED] = inferred;
        rows[row + STAFF] = staff;
    }

    /// All of the others, too, until the end of these.
    void put(Waiting others) {
        room(others.many);
        System.arraycopy(others.rows, 0, rows, many * COLUMNS, others.many * COLUMNS);
        many += others.many;
    }

    private void room(int more) {
        if ((many + more) * COLUMNS > rows.length) {
            rows = Arrays.copyOf(rows, Math.max(rows.length * 2, (many + more) * COLUMNS));
        }
    }

    /// No larger than it has to be.
    void trim() {
        rows = Arrays.copyOf(rows, many * COLUMNS);
    }

    @Override
    public Wait get(int index) {
        int row = java.util.Objects.checkIndex(index, many) * COLUMNS;
        long at = rows[row + AT];
        return new Wait(
                rows[row + PLACE] == 0 ? null : Long.valueOf(rows[row + PLACE]),
                at,
                (to - at) / 1e6,
                seconds(at, rows[row + THREADED]),
                seconds(at, rows[row + INFERRED]),
                seconds(at, rows[row + STAFF]));
    }

    /// A reply older than its start comes from clocks that disagree: it took no time.
    private static @Nullable Double seconds(long start, long at) {
        return at == People.NEVER ? null : Double.valueOf(Math.max(0, at - start) / 1e6);
    }

    @Override
    public int size() {
        return many;
    }
}
