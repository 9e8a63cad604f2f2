package org.folkmoot.store;

import java.time.Instant;
import java.util.List;

/// What a backup file says of itself, in its entry `manifest.json`.
///
/// @param format of the file; raised when it changes
/// @param migrations tells shapes of tables apart: a backup fits a database of the same one
/// @param at when the snapshot was taken
/// @param tables in an order in which each comes after those it refers to
/// @param files what people had dropped in
public record Manifest(
        int format,
        String migrations,
        Instant at,
        List<Part> tables,
        List<Part> files,
        List<Sequence> sequences) {

    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";

    public Manifest {
        tables = List.copyOf(tables);
        files = List.copyOf(files);
        sequences = List.copyOf(sequences);
    }

    /// One entry of the file.
    ///
    /// @param name of the table, or the path below the uploads folder
    /// @param columns of the table, in the order of the entry; empty for a file
    /// @param rows of the table; 1 for a file
    /// @param bytes unpacked
    /// @param sha256 of the unpacked bytes, in hexadecimal digits
    public record Part(String name, List<String> columns, long rows, long bytes, String sha256) {

        public Part {
            columns = List.copyOf(columns);
        }
    }

    /// Where a sequence stood; `called` says that its last value was given out.
    public record Sequence(String name, long last, boolean called) {}

    public long rows() {
        return tables.stream().mapToLong(Part::rows).sum();
    }

    public long bytes() {
        return tables.stream().mapToLong(Part::bytes).sum()
                + files.stream().mapToLong(Part::bytes).sum();
    }

    static String tableEntry(String table) {
        return "tables/" + table + ".copy";
    }

    static String fileEntry(String file) {
        return "uploads/" + file;
    }
}
