package org.folkmoot.connectors;

import java.util.Locale;

/// Bytes in words.
final class Sizes {

    private Sizes() {}

    /// "812 B", "3.4 MB", "12 GB": powers of a thousand, as disks are sold.
    static String inWords(long bytes) {
        if (bytes < 1000) {
            return bytes + " B";
        }
        var value = (double) bytes;
        var power = -1;
        while (value >= 999.5 && power < 3) {
            value /= 1000;
            power++;
        }
        return "%s %cB"
                .formatted(
                        String.format(Locale.ROOT, value < 10 ? "%.1f" : "%.0f", value),
                        "kMGT".charAt(power));
    }
}
