package org.folkmoot.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Rows in the text format of `COPY`, written as bytes at once: an import writes some hundred
/// thousand of them a minute.
final class CopyText {

    private static final int MICRO = 1_000;

    private byte[] bytes = new byte[1 << 14];
    private int size;

    int size() {
        return size;
    }

    /// Gives away what was written and begins anew.
    void give(org.postgresql.copy.CopyIn open) throws SQLException {
        open.writeToCopy(bytes, 0, size);
        size = 0;
    }

    void row(@Nullable Object... values) {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                put('\t');
            }
            switch (values[i]) {
                case null -> raw("\\N");
                case Boolean truth -> put(truth ? 't' : 'f');
                case Collection<?> many -> array(many);
                case Instant time -> time(time);
                case Number number -> raw(number.toString());
                case Object other -> text(other.toString(), false);
            }
        }
        put('\n');
    }

    private void array(Collection<?> many) {
        var begun = size;
        put('{');
        for (var one : many) {
            if (size > begun + 1) {
                put(',');
            }
            put('"');
            text(String.valueOf(one), true);
            put('"');
        }
        put('}');
    }

    /// @param quoted within an array's quotes, where two characters more are escaped
    private void text(String text, boolean quoted) {
        room(4 * text.length() + 4);
        for (int i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c >= 0x80) {
                beyond(text, i, quoted);
                return;
            }
            letter((byte) c, quoted);
        }
    }

    /// From the first letter on that is none of ASCII.
    private void beyond(String text, int from, boolean quoted) {
        for (var b : text.substring(from).getBytes(StandardCharsets.UTF_8)) {
            letter(b, quoted);
        }
    }

    private void letter(byte c, boolean quoted) {
        switch (c) {
            case '\\' -> raw(quoted ? "\\\\\\\\" : "\\\\");
            case '"' -> raw(quoted ? "\\\\\"" : "\"");
            case '\t' -> raw("\\t");
            case '\n' -> raw("\\n");
            case '\r' -> raw("\\r");
            case 0 -> {}
            default -> put(c);
        }
    }

    /// As `2026-03-05 12:00:00.000001Z`, to the microsecond; others as they call themselves.
    private void time(Instant time) {
        var year = time.getEpochSecond() / 31_556_952 + 1970;
        if (year < 1000 || year > 9000 || time.getNano() % MICRO != 0) {
            raw(time.toString());
            return;
        }
        var seconds = time.getEpochSecond();
        var day = LocalDate.ofEpochDay(Math.floorDiv(seconds, 86_400));
        var second = Math.floorMod(seconds, 86_400);
        digits(day.getYear(), 4);
        put('-');
        digits(day.getMonthValue(), 2);
        put('-');
        digits(day.getDayOfMonth(), 2);
        put(' ');
        digits(second / 3_600, 2);
        put(':');
        digits(second / 60 % 60, 2);
        put(':');
        digits(second % 60, 2);
        put('.');
        digits(time.get(ChronoField.MICRO_OF_SECOND), 6);
        put('Z');
    }

    private void digits(int number, int many) {
        room(many);
        for (int i = many, rest = number; i > 0; rest /= 10) {
            bytes[size + --i] = (byte) ('0' + rest % 10);
        }
        size += many;
    }

    /// Needs no escaping, and is of ASCII.
    @SuppressWarnings("deprecation") // the upper halves of its letters are empty
    private void raw(String text) {
        room(text.length());
        text.getBytes(0, text.length(), bytes, size);
        size += text.length();
    }

    private void put(int letter) {
        room(1);
        bytes[size++] = (byte) letter;
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
