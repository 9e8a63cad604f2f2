package org.folkmoot.connectors.csv;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.connectors.intake.Tree;

/// What a person sees of a CSV before it is imported.
///
/// @param headed whether the first row names the columns
/// @param rows the first rows, 20 at most, each as wide as the header
/// @param columns the guesses and warnings, from up to 500 rows
public record CsvPreview(
        CsvSyntax syntax, boolean headed, List<List<String>> rows, Columns columns) {

    private static final int SHOWN = 20;
    private static final int LOOKED_AT = 500;

    /// Looks at the first rows of a file.
    ///
    /// @throws IOException when the file cannot be read
    public static CsvPreview of(Tree tree, Tree.Entry file) throws IOException {
        var syntax = CsvSyntax.sniff(tree, file);
        var sample = sample(tree, file, syntax);
        var headed = sample.isEmpty() || headed(sample.getFirst().cells());
        var header =
                sample.isEmpty()
                        ? new CsvHeader(List.of())
                        : headed
                                ? CsvHeader.of(sample.getFirst().cells())
                                : CsvHeader.numbered(sample.getFirst().cells().size());
        var rows = new ArrayList<List<String>>();
        sample.stream().skip(headed ? 1 : 0).forEach(row -> rows.add(List.copyOf(row.cells())));
        return new CsvPreview(
                syntax,
                headed,
                List.copyOf(rows.subList(0, Math.min(SHOWN, rows.size()))),
                Columns.guess(header.names(), rows));
    }

    /// What a person should know before importing by this mapping, in sentences.
    public List<String> warnings(Mapping mapping) {
        return Stream.of(
                        mapping.warnings(),
                        SampleWarnings.ofKinds(columns.header(), rows, mapping),
                        columns.warnings())
                .flatMap(List::stream)
                .distinct()
                .toList();
    }

    /// A first row with an address or a date in it is no header, unless some name in it is known.
    static boolean headed(List<String> first) {
        return first.stream().anyMatch(cell -> HeaderWords.known(CsvHeader.word(cell)))
                || first.stream()
                        .map(String::strip)
                        .noneMatch(
                                cell ->
                                        ColumnValues.Looks.EMAIL.fits(cell)
                                                || ColumnValues.Looks.URL.fits(cell)
                                                || ColumnValues.Looks.DATE.fits(cell));
    }

    private static List<CsvRow> sample(Tree tree, Tree.Entry file, CsvSyntax syntax)
            throws IOException {
        var sample = new ArrayList<CsvRow>();
        try {
            CsvTable.read(
                    tree,
                    file,
                    syntax,
                    false,
                    refused -> {},
                    row -> {
                        sample.add(row);
                        if (sample.size() > LOOKED_AT) {
                            throw new Enough();
                        }
                    });
        } catch (Enough e) {
            return sample; // the rest is for the import
        }
        return sample;
    }

    private static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Enough() {
            super("enough rows for a preview", null, false, false);
        }
    }
}
