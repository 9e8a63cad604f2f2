package org.folkmoot.language;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// Weights of every place of [Features] for three moods, the hashed ones in a byte each: 0.8 MB.
final class LinearModel {

    private static final int MOODS = Mood.values().length;
    private static final int FORMAT = 1;

    private final float sharpness;
    private final float step;
    private final byte[] hashed;
    private final float[] rules;

    /// @param sharpness what margins are multiplied with before they become shares of one
    /// @param step what a byte of weight stands for
    /// @param hashed for place 1 all moods, then for place 2, ...
    /// @param rules likewise for the places after the hashed ones, and at the end for every text
    LinearModel(float sharpness, float step, byte[] hashed, float[] rules) {
        this.sharpness = sharpness;
        this.step = step;
        this.hashed = hashed;
        this.rules = rules;
    }

    /// Rounds weights to bytes.
    ///
    /// @param weights for place 1 all moods, ..., and at the end for every text
    static LinearModel of(double[] weights, double sharpness) {
        var edge = Features.HASHED * MOODS;
        double most = 0;
        for (int i = 0; i < edge; i++) {
            most = Math.max(most, Math.abs(weights[i]));
        }
        var step = (float) (most / 127);
        var hashed = new byte[edge];
        for (int i = 0; i < edge; i++) {
            hashed[i] = (byte) Math.round(weights[i] / step);
        }
        var rules = new float[weights.length - edge];
        for (int i = 0; i < rules.length; i++) {
            rules[i] = (float) weights[edge + i];
        }
        return new LinearModel((float) sharpness, step, hashed, rules);
    }

    /// @return how likely each mood is, in [Mood]'s order; together 1
    double[] shares(Features text) {
        var margins = margins(text);
        double sum = 0;
        for (int m = 0; m < MOODS; m++) {
            margins[m] = Math.exp(margins[m] * sharpness);
            sum += margins[m];
        }
        for (int m = 0; m < MOODS; m++) {
            margins[m] /= sum;
        }
        return margins;
    }

    double[] margins(Features text) {
        var margins = new double[MOODS];
        for (int i = 0; i < text.places.length; i++) {
            var at = (text.places[i] - 1) * MOODS;
            var value = text.values[i];
            for (int m = 0; m < MOODS; m++) {
                var weight =
                        at < hashed.length ? hashed[at + m] * step : rules[at - hashed.length + m];
                margins[m] += value * weight;
            }
        }
        for (int m = 0; m < MOODS; m++) {
            margins[m] += rules[rules.length - MOODS + m];
        }
        return margins;
    }

    void write(OutputStream to) throws IOException {
        try (var out = new DataOutputStream(new GZIPOutputStream(to, 1 << 16))) {
            out.writeInt(FORMAT);
            out.writeInt(hashed.length);
            out.writeInt(rules.length);
            out.writeFloat(sharpness);
            out.writeFloat(step);
            for (var rule : rules) {
                out.writeFloat(rule);
            }
            out.write(hashed);
        }
    }

    /// @throws IOException also when this is no model, or one of another format
    static LinearModel read(InputStream from) throws IOException {
        try (var in = new DataInputStream(new GZIPInputStream(from, 1 << 16))) {
            var known =
                    in.readInt() == FORMAT
                            && in.readInt() == Features.HASHED * MOODS
                            && in.readInt() == (Features.PLACES - Features.HASHED + 1) * MOODS;
            if (!known) {
                throw new IOException("This is no model of moods that this version can read.");
            }
            var sharpness = in.readFloat();
            var step = in.readFloat();
            var rules = new float[(Features.PLACES - Features.HASHED + 1) * MOODS];
            for (int i = 0; i < rules.length; i++) {
                rules[i] = in.readFloat();
            }
            var hashed = new byte[Features.HASHED * MOODS];
            in.readFully(hashed);
            return new LinearModel(sharpness, step, hashed, rules);
        }
    }
}
