package org.folkmoot.listening;

import java.nio.ByteBuffer;

/// A direction in few bytes: its length as a number of four, then each part of it in one. Cosines
/// come out within a thousandth of what they were.
final class Meaning {

    private static final int HEAD = Float.BYTES;

    private Meaning() {}

    /// @param direction of length 1
    static byte[] pack(float[] direction) {
        float most = 0;
        for (var part : direction) {
            most = Math.max(most, Math.abs(part));
        }
        float step = most == 0 ? 1 : most / Byte.MAX_VALUE;
        var packed = ByteBuffer.allocate(HEAD + direction.length).putFloat(step);
        for (var part : direction) {
            packed.put((byte) Math.round(part / step));
        }
        return packed.array();
    }

    /// The cosine of two that were packed.
    static double cosine(byte[] one, byte[] other) {
        if (one.length != other.length) {
            return 0;
        }
        int sum = 0;
        for (int i = HEAD; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return (double) step(one) * step(other) * sum;
    }

    private static float step(byte[] packed) {
        return ByteBuffer.wrap(packed).getFloat();
    }
}
