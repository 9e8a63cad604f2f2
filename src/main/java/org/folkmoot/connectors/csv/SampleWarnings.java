package org.folkmoot.connectors.csv;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// What a person should know before importing, found in the first rows.
final class SampleWarnings {

    private static final Pattern FORMULA =
            Pattern.compile("^(=|[+\\-@]\\s*[A-Za-z]+[(!|]).*", Pattern.DOTALL);

    private SampleWarnings() {}

    static List<String> of(List<ColumnValues> columns, List<Guess> guesses, DateOrder.Told dates) {
        var warnings = new ArrayList<String>();
        if (dates.mixed()) {
            warnings.add(
                    "Some dates can only be read with the day first and others only with the month"
                            + " first: rows that do not fit the chosen order will be refused.");
        } else if (dates.any() && !dates.sure()) {
            warnings.add(
                    "Dates such as 03/04/2024 may mean 3 April or 4 March: nothing in the first rows"
                            + " tells. The month is taken to come first unless you say otherwise.");
        }
        for (var i = 0; i < columns.size(); i++) {
            of(columns.get(i), guesses.get(i).target(), warnings);
        }
        return List.copyOf(warnings);
    }

    /// Words in the column of kinds that are no kind of ours.
    static List<String> ofKinds(List<String> header, List<List<String>> rows, Mapping mapping) {
        var column =
                header.stream().filter(n -> mapping.columns().get(n) == Target.KIND).findFirst();
        if (column.isEmpty() || !mapping.columns().containsValue(Target.TIME)) {
            return List.of();
        }
        var at = header.indexOf(column.get());
        var strange =
                rows.stream()
                        .map(row -> row.get(at).strip())
                        .filter(word -> !word.isEmpty() && KindWords.of(word).isEmpty())
                        .distinct()
                        .toList();
        if (strange.isEmpty()) {
            return List.of();
        }
        return List.of(
                "“%s”%s in “%s” is no kind of activity that we know: such rows become %s, and keep the word."
                        .formatted(
                                strange.getFirst(),
                                strange.size() == 1
                                        ? ""
                                        : ", with %d more,".formatted(strange.size() - 1),
                                column.get(),
                                mapping.kind().label()));
    }

    private static void of(ColumnValues column, Target target, List<String> warnings) {
        if (column.values().isEmpty()) {
            warnings.add("The column “%s” is empty in the first rows.".formatted(column.name()));
        }
        if (column.values().stream().anyMatch(v -> FORMULA.matcher(v).matches())) {
            warnings.add(
                    "Cells of “%s” look like spreadsheet formulas: they are kept as plain text and never computed."
                            .formatted(column.name()));
        }
        if (target == Target.ACTIVITY_ID) {
            var seen = new HashSet<String>();
            var twice = column.values().stream().filter(v -> !seen.add(v)).findFirst();
            twice.ifPresent(
                    value ->
                            warnings.add(
                                    "“%s” stands more than once in “%s”: rows with the same id count as one activity."
                                            .formatted(value, column.name())));
        }
    }
}
