package org.folkmoot.connectors.csv;

import java.io.IOException;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.intake.Tree;

/// Reads a known tool's CSV whose columns its user chose: by the guess, under the tool's source.
public final class GuessedCsv {

    private GuessedCsv() {}

    public static void read(Tree tree, Tree.Entry file, String source, Finds finds)
            throws IOException {
        var preview = CsvPreview.of(tree, file);
        var rows = new CsvRows(preview.columns().mapping(), source, file.path(), finds);
        CsvTable.read(tree, file, preview.syntax(), preview.headed(), finds, rows::read);
    }
}
