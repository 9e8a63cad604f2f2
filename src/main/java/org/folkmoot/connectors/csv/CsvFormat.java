package org.folkmoot.connectors.csv;

import java.io.IOException;
import java.util.Map;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// Any CSV of people or activities, by a mapping that is guessed or chosen.
@Component
final class CsvFormat implements Format {

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public String title() {
        return "CSV file";
    }

    @Override
    public String howToGet() {
        return """
        Save your spreadsheet as CSV (UTF-8 if there is a choice), with the columns' names in the \
        first row. One row for each person, or one for each thing that somebody did, with its date. \
        You see how the columns were understood, and may change it, before anything is stored.""";
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        var tables = tree.files().stream().filter(Signature::looksLikeCsv).limit(10).toList();
        var others = tree.files().stream().filter(f -> !Signature.looksLikeCsv(f)).count();
        if (tables.isEmpty() || others > tables.size()) {
            return false;
        }
        for (var file : tables) {
            var header = Signature.firstRow(tree, file);
            if (header.size() < 2 || Signature.of(header).isPresent()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var told = options.getOrDefault("source", "").strip();
        var source = told.isEmpty() ? "csv:import" : told;
        finds.add(
                new Found.Origin(
                        source, source.startsWith("csv:") ? "CSV files" : source, Markup.PLAIN));
        for (var file : tree.files()) {
            if (Signature.looksLikeCsv(file) || tree.files().size() == 1) {
                read(tree, file, source, options, finds);
            }
        }
    }

    /// Reads one file by the option `mapping`, else by the guess.
    private static void read(
            Tree tree, Tree.Entry file, String source, Map<String, String> options, Finds finds)
            throws IOException {
        var preview = CsvPreview.of(tree, file);
        var chosen = options.getOrDefault("mapping", "");
        Mapping mapping;
        try {
            mapping = chosen.isBlank() ? preview.columns().mapping() : Mapping.of(chosen);
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        var rows = new CsvRows(mapping, source, file.path(), finds);
        CsvTable.read(tree, file, preview.syntax(), preview.headed(), finds, rows::read);
    }
}
