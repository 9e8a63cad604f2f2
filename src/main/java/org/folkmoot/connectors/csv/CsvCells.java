package org.folkmoot.connectors.csv;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;

/// Gathers one row's cells, cutting those that are too large so that they cost no memory.
final class CsvCells extends AbstractBaseCsvCallbackHandler<CsvCells.Cells> {

    /// @param line where the row starts, 1-based
    /// @param lines how many lines it goes over
    record Cells(long line, int lines, boolean tooLarge, List<String> cells) {}

    private static final int MAX_CELLS = 10_000;

    private final int maxCell;
    private List<String> cells = new ArrayList<>();
    private int lines = 1;
    private boolean tooLarge;

    CsvCells(int maxCell) {
        this.maxCell = maxCell;
    }

    /// Where the row being read starts.
    long line() {
        return getStartingLineNumber();
    }

    @Override
    protected void handleBegin(long line) {
        cells = new ArrayList<>();
        lines = 1;
        tooLarge = false;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        for (var i = offset; quoted && i < offset + length; i++) {
            if (buffer[i] == '\n') {
                lines++;
            }
        }
        tooLarge |= length > maxCell;
        if (cells.size() == MAX_CELLS) {
            tooLarge = true;
        } else {
            cells.add(new String(buffer, offset, length > maxCell ? 10_000 : length));
        }
    }

    @Override
    protected Cells buildRecord() {
        return new Cells(line(), lines, tooLarge, cells);
    }
}
