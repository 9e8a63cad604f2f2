package org.folkmoot.connectors;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.csv.CsvPreview;
import org.folkmoot.connectors.csv.DateOrder;
import org.folkmoot.connectors.csv.Guess;
import org.folkmoot.connectors.csv.Mapping;
import org.folkmoot.connectors.csv.Signature;
import org.folkmoot.connectors.csv.Target;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.kernel.Refusal;
import org.springframework.stereotype.Component;

/// The columns of a CSV before it is imported: what they seem to be, what somebody chose instead,
/// and what that cannot do. The choices travel as parameters `m-0`, `m-1`... and `m-dates`,
/// `m-zone`, `m-kind`.
@Component
class CsvWizard {

    private static final String PARAM = "m-";

    private final Mappings mappings;

    CsvWizard(Mappings mappings) {
        this.mappings = mappings;
    }

    /// A column with what it feeds.
    record Column(int index, Guess guess, Target target) {

        String param() {
            return PARAM + index;
        }

        /// "sure", "likely", "a guess".
        String confidence() {
            return guess.confidence() >= 0.85
                    ? "sure"
                    : guess.confidence() >= 0.6 ? "likely" : "a guess";
        }

        boolean changed() {
            return target != guess.target();
        }
    }

    /// @param remembered whether the mapping is the one used last for this header
    /// @param rows the first rows
    record Table(
            List<String> header,
            List<Column> columns,
            List<List<String>> rows,
            Mapping mapping,
            boolean remembered,
            List<String> warnings) {

        /// As people write it: UTC rather than Z.
        String zone() {
            return mapping.zone().getId().equals("Z") ? "UTC" : mapping.zone().getId();
        }

        List<Target> targets() {
            return List.of(Target.values());
        }

        List<DateOrder> orders() {
            return List.of(DateOrder.values());
        }

        List<Kind> kinds() {
            return List.of(Kind.values());
        }
    }

    /// @param zone the community's: a table whose times name no zone was mostly written there
    Table of(Upload upload, Map<String, String> params, ZoneId zone) throws IOException {
        try (var tree = Tree.of(upload.path())) {
            var file =
                    tree.files().stream()
                            .filter(Signature::looksLikeCsv)
                            .findFirst()
                            .or(() -> tree.files().stream().findFirst())
                            .orElseThrow(() -> new IOException("There is no CSV file in it."));
            var preview = CsvPreview.of(tree, file);
            var header = preview.columns().header();
            var known = mappings.find(header);
            var chosen = params.keySet().stream().anyMatch(name -> name.startsWith(PARAM));
            var mapping =
                    chosen
                            ? chosen(preview, params, zone)
                            : known.orElseGet(() -> preview.columns().mapping(zone));
            var columns =
                    Stream.iterate(0, i -> i + 1)
                            .limit(header.size())
                            .map(i -> column(preview, mapping, i))
                            .toList();
            return new Table(
                    header,
                    columns,
                    preview.rows(),
                    mapping,
                    !chosen && known.isPresent(),
                    preview.warnings(mapping));
        }
    }

    void remember(Table table) {
        mappings.remember(table.header(), table.mapping());
    }

    private static Column column(CsvPreview preview, Mapping mapping, int index) {
        var guess = preview.columns().guesses().get(index);
        return new Column(
                index, guess, mapping.columns().getOrDefault(guess.column(), Target.FIELD));
    }

    private static Mapping chosen(CsvPreview preview, Map<String, String> params, ZoneId zone) {
        var guessed = preview.columns().mapping(zone);
        var columns = new LinkedHashMap<String, Target>();
        var header = preview.columns().header();
        try {
            for (int i = 0; i < header.size(); i++) {
                var key = params.get(PARAM + i);
                columns.put(
                        header.get(i),
                        key == null
                                ? guessed.columns().getOrDefault(header.get(i), Target.FIELD)
                                : Target.of(key));
            }
            return new Mapping(
                    columns,
                    params.containsKey("m-dates")
                            ? DateOrder.valueOf(params.get("m-dates"))
                            : guessed.dates(),
                    ZoneId.of(params.getOrDefault("m-zone", zone.getId()).strip()),
                    Kind.of(params.getOrDefault("m-kind", "message")));
        } catch (DateTimeException e) {
            throw new Refusal.Unusable(
                    "There is no time zone %s. Use a name like Europe/Berlin."
                            .formatted(params.get("m-zone")));
        } catch (IllegalArgumentException e) {
            throw new Refusal.Unusable(
                    "One of the choices is none that we know. Go back and choose again.");
        }
    }
}
