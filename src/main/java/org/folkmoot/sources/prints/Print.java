package org.folkmoot.sources.prints;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What was said last of a thing, in one way of telling: enough to know whether it reads otherwise
/// now, and since when.
///
/// @param fields a digest of each field's value by one of its name, 24 bits each
/// @param told the platform's own time of its last change; null while it tells none
/// @param since when it was seen to read otherwise, though the platform told no later time; null
///     when it never did
/// @param heard when something new was last said of it
/// @param round in which round of pulls that was; nought for calls
record Print(
        Map<Integer, Integer> fields,
        @Nullable Instant told,
        @Nullable Instant since,
        Instant heard,
        long round) {

    private static final int TEXT = Saying.digest("text");
    private static final int THREE_BYTES = 24;

    /// What is said of a thing for the first time in this way.
    ///
    /// @param other what was said of it in the other way
    static Print first(Saying said, @Nullable Print other, Instant seen, long round) {
        var news =
                other != null
                        && order(said.own(), other.told) == 0
                        && !other.mentioned(said)
                        && said.words().stream().anyMatch(name -> otherwise(other, said, name));
        return new Print(said.fields(), said.own(), news ? seen : null, seen, round);
    }

    /// What holds after a telling; this itself when it says nothing new, or is older.
    ///
    /// @param now the round of pulls; nought for calls
    Print then(Saying said, Instant seen, long now) {
        if (aside(said)) {
            return this;
        }
        var order = order(said.own(), told);
        var values = new Values(fields);
        var fuller = said.speaks() && !fields.containsKey(TEXT);
        var changed = values.take(said.fields(), fuller || (now > 0 && now == round));
        if (order == 0 && changed && seen.isBefore(heard)) {
            return this;
        }
        if (order > 0) {
            var late = changed && order(said.own(), since) <= 0;
            return new Print(values.all(), said.own(), late ? seen : since, seen, now);
        }
        return changed
                ? new Print(values.all(), told, seen, seen, now)
                : values.all().equals(fields)
                        ? this
                        : new Print(values.all(), told, since, heard, round);
    }

    /// Whether it is of before the last change that the platform told of, or only mentions what was
    /// told in full.
    boolean aside(Saying said) {
        return order(said.own(), told) < 0 || mentioned(said);
    }

    private boolean mentioned(Saying said) {
        return fields.containsKey(TEXT) && !said.fields().containsKey(TEXT);
    }

    /// What only one of both tells is no difference.
    private static boolean otherwise(Print before, Saying now, int name) {
        var was = before.fields.get(name);
        var is = now.fields().get(name);
        return was != null && is != null && !was.equals(is);
    }

    /// A time that is not known is before all others.
    private static int order(@Nullable Instant one, @Nullable Instant other) {
        return (one == null ? Instant.MIN : one).compareTo(other == null ? Instant.MIN : other);
    }

    boolean tells(String field) {
        return fields.containsKey(Saying.digest(field));
    }

    /// Six bytes a field.
    byte[] packed() {
        var bytes = ByteBuffer.allocate(fields.size() * 6);
        new TreeMap<>(fields)
                .forEach(
                        (name, value) -> {
                            long both = ((long) name << THREE_BYTES) | value;
                            bytes.putShort((short) (both >>> 32)).putInt((int) both);
                        });
        return bytes.array();
    }

    static Map<Integer, Integer> unpacked(byte[] packed) {
        var fields = new TreeMap<Integer, Integer>();
        var bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            var both = (bytes.getShort() & 0xffffL) << 32 | (bytes.getInt() & 0xffffffffL);
            fields.put((int) (both >>> THREE_BYTES), (int) (both & 0xffffff));
        }
        return fields;
    }
}
