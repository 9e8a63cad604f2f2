package org.folkmoot.metrics;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Numbers and words in as few bytes as they need: seven bits a byte, the lowest first, the eighth
/// says that more follow; numbers that may be below zero are folded so that small ones stay small.
final class Packed {

    private Packed() {}

    static final class Writer {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);

        /// @param number not below zero
        Writer count(long number) {
            for (long rest = number; ; rest >>>= 7) {
                if (rest >>> 7 == 0) {
                    out.write((int) rest);
                    return this;
                }
                out.write((int) (rest & 0x7f) | 0x80);
            }
        }

        Writer number(long number) {
            return count(number << 1 ^ number >> 63);
        }

        Writer word(String word) {
            var bytes = word.getBytes(StandardCharsets.UTF_8);
            count(bytes.length);
            out.writeBytes(bytes);
            return this;
        }

        Writer all(Writer other) {
            out.writeBytes(other.bytes());
            return this;
        }

        byte[] bytes() {
            return out.toByteArray();
        }
    }

    static final class Reader {
        private final byte[] bytes;
        private int next;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean more() {
            return next < bytes.length;
        }

        long count() {
            long number = 0;
            for (int shift = 0; ; shift += 7) {
                byte b = bytes[next++];
                number |= (b & 0x7fL) << shift;
                if (b >= 0) {
                    return number;
                }
            }
        }

        long number() {
            long folded = count();
            return folded >>> 1 ^ -(folded & 1);
        }

        String word() {
            int length = (int) count();
            next += length;
            return new String(bytes, next - length, length, StandardCharsets.UTF_8);
        }
    }
}
