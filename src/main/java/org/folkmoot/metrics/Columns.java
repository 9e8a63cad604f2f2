package org.folkmoot.metrics;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Columns that the database sends as one value each: `string_agg(int8send(...), '')` and its like.
final class Columns {

    /// PostgreSQL counts microseconds from 2000 on.
    private static final long Y2K = 946_684_800_000_000L;

    private Columns() {}

    static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    static long[] numbers(ResultSet row, int column) throws SQLException {
        var longs = ByteBuffer.wrap(bytes(row, column)).asLongBuffer();
        var numbers = new long[longs.remaining()];
        longs.get(numbers);
        return numbers;
    }

    static long[] times(ResultSet row, int column) throws SQLException {
        var times = numbers(row, column);
        for (int i = 0; i < times.length; i++) {
            times[i] = times[i] == People.NEVER ? People.NEVER : times[i] + Y2K;
        }
        return times;
    }

    static Long[] boxed(long[] ids) {
        return Arrays.stream(ids).boxed().toArray(Long[]::new);
    }
}
