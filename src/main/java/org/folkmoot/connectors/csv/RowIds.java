package org.folkmoot.connectors.csv;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Ids for rows that bring none: made of all that the row says, so that the same row of another
/// export has the same; the second of two equal rows of one file gets `:2` behind it.
public final class RowIds {

    private final Repeats repeats = new Repeats();

    public String of(CsvRow row) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var cell : row.cells()) {
                digest.update(cell.strip().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0x1F);
            }
            var hash = HexFormat.of().formatHex(digest.digest(), 0, 16);
            var nth = repeats.count(Long.parseUnsignedLong(hash.substring(0, 16), 16));
            return nth == 1 ? "row:" + hash : "row:" + hash + ":" + nth;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
