package org.folkmoot.connectors.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.PushbackReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.Tree;
import org.jspecify.annotations.Nullable;

/// Reads a CSV a row at a time. A row that is too wide, too narrow or too large is refused with its
/// line, and the reading goes on with the next line, so that a stray quote costs one row and not
/// the rest of the file.
public final class CsvTable {

    /// A cell of more characters is no text anybody wrote.
    static final int MAX_CELL = 1 << 20;

    private static final int MAX_RESTARTS = 100;

    private final Tree tree;
    private final Tree.Entry file;
    private final CsvSyntax syntax;
    private final boolean headed;
    private final Finds finds;
    private final Consumer<CsvRow> rows;
    private int restarts;
    private @Nullable CsvHeader header;
    private Map<String, Integer> places = Map.of();

    private CsvTable(
            Tree tree,
            Tree.Entry file,
            CsvSyntax syntax,
            boolean headed,
            Finds finds,
            Consumer<CsvRow> rows) {
        this.tree = tree;
        this.file = file;
        this.syntax = syntax;
        this.headed = headed;
        this.finds = finds;
        this.rows = rows;
    }

    /// Reads every row of a file whose first row names the columns.
    ///
    /// @param finds takes the refused rows
    public static void read(Tree tree, Tree.Entry file, Finds finds, Consumer<CsvRow> rows)
            throws IOException {
        read(tree, file, CsvSyntax.sniff(tree, file), true, finds, rows);
    }

    static void read(
            Tree tree,
            Tree.Entry file,
            CsvSyntax syntax,
            boolean headed,
            Finds finds,
            Consumer<CsvRow> rows)
            throws IOException {
        new CsvTable(tree, file, syntax, headed, finds, rows).readAll();
    }

    private void readAll() throws IOException {
        for (long skip = syntax.above(); skip >= 0; ) {
            skip = readFrom(skip);
        }
    }

    /// @return how many lines to skip before reading again, -1 at the end
    private long readFrom(long skip) throws IOException {
        try (var reader = syntax.open(tree, file)) {
            skipLines(reader, skip);
            var cells = new CsvCells(MAX_CELL);
            var records = records(cells, reader);
            while (true) {
                CsvCells.Cells next;
                try {
                    if (!records.hasNext()) {
                        return -1;
                    }
                    next = records.next();
                } catch (CsvParseException e) {
                    return brokenOff(skip + Math.max(1, cells.line()));
                }
                var line = skip + next.line();
                var wrong = wrongWith(next);
                if (wrong == null) {
                    row(line, next.cells());
                } else {
                    refuse(line, wrong, CsvRow.raw(next.cells(), syntax.delimiter()));
                    if (next.lines() > 1 && restarts++ < MAX_RESTARTS) {
                        return line;
                    }
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @SuppressWarnings("removal") // nothing replaces it yet: a row such as "Ada" L,1 is still read
    private Iterator<CsvCells.Cells> records(CsvCells cells, PushbackReader reader) {
        return CsvReader.builder()
                .fieldSeparator(syntax.delimiter())
                .skipEmptyLines(true)
                .detectBomHeader(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowExtraCharsAfterClosingQuote(true)
                .allowUnclosedQuote(false)
                .maxBufferSize(MAX_CELL * 4)
                .build(cells, reader)
                .iterator();
    }

    private long brokenOff(long line) {
        if (restarts++ < MAX_RESTARTS) {
            refuse(line, "A quote opens in this row and does not close, or a cell is endless.", "");
            return line;
        }
        refuse(line, "From here on this file has too many broken quotes to be read.", "");
        return -1;
    }

    private void row(long line, List<String> cells) {
        if (header == null) {
            header = headed ? CsvHeader.of(cells) : CsvHeader.numbered(cells.size());
            places = header.byWord();
            if (headed) {
                return;
            }
        }
        var width = header.names().size();
        rows.accept(new CsvRow(header, places, line, syntax.delimiter(), cells.subList(0, width)));
    }

    private @Nullable String wrongWith(CsvCells.Cells row) {
        if (row.tooLarge()) {
            return "A cell of this row is larger than a million characters.";
        }
        if (header == null) {
            return null;
        }
        var width = header.names().size();
        var has = row.cells().size();
        if (has < width || row.cells().subList(width, has).stream().anyMatch(c -> !c.isBlank())) {
            return "This row has %d cells where the first row has %d.".formatted(has, width);
        }
        return null;
    }

    private void refuse(long line, String reason, String raw) {
        finds.add(new Found.Refused(file.path(), line, reason, raw));
    }

    private static void skipLines(PushbackReader reader, long lines) throws IOException {
        for (long n = 0; n < lines; n++) {
            var c = reader.read();
            while (c >= 0 && c != '\n' && c != '\r') {
                c = reader.read();
            }
            if (c == '\r') {
                var after = reader.read();
                if (after >= 0 && after != '\n') {
                    reader.unread(after);
                }
            }
        }
    }
}
