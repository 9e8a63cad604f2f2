package org.folkmoot.connectors.savannah;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.csv.CsvRow;
import org.folkmoot.connectors.csv.CsvTable;
import org.folkmoot.connectors.csv.Dates;
import org.folkmoot.connectors.csv.Signature;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// `members.csv` and `contributors.csv`. Neither has ids, e-mails or single activities: a person is
/// told by name alone, so two people of one name become one.
@Component
final class SavannahFormat implements Format {

    private static final Set<Signature> TABLES =
            Set.of(Signature.SAVANNAH_MEMBERS, Signature.SAVANNAH_CONTRIBUTORS);
    private static final Map<String, String> KEPT =
            Map.of(
                    "Last Seen", "last_seen",
                    "Activity Count", "activity_count",
                    "First Contrib", "first_contribution",
                    "Last Contrib", "last_contribution",
                    "Contrib Count", "contribution_count");

    @Override
    public String name() {
        return "savannah";
    }

    @Override
    public String title() {
        return "Savannah CRM";
    }

    @Override
    public String howToGet() {
        return """
        In Savannah, open Members (or Contributors) and choose Export: you get members.csv or \
        contributors.csv. Put both into one folder or zip to import them together.""";
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        return Signature.any(tree, TABLES);
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var told = options.getOrDefault("source", "").strip();
        var source = told.isEmpty() ? "savannah" : told;
        finds.add(new Found.Origin(source, "Savannah", Markup.PLAIN));
        for (var file : tree.files().stream().filter(Signature::looksLikeCsv).toList()) {
            CsvTable.read(tree, file, finds, row -> person(row, source, file.path(), finds));
        }
    }

    private static void person(CsvRow row, String source, String file, Finds finds) {
        var name = row.get("Member");
        if (name.isEmpty()) {
            finds.add(new Found.Refused(file, row.line(), "This row names no member.", row.raw()));
            return;
        }
        var role = row.get("Role");
        var person =
                Person.of(source, "name:" + name.toLowerCase(Locale.ROOT))
                        .with(Field.NAME, name)
                        .with(Field.ORGANISATION, row.get("Company"))
                        .with("role", role)
                        .flag(Person.Flag.BOT, role.equalsIgnoreCase("bot"))
                        .flag(Person.Flag.STAFF, role.equalsIgnoreCase("staff"))
                        .tagged(
                                Arrays.stream(row.get("Tags").split(","))
                                        .map(String::strip)
                                        .filter(tag -> !tag.isEmpty())
                                        .collect(
                                                Collectors.toCollection(
                                                        java.util.LinkedHashSet::new)))
                        .joined(Dates.USUAL.read(row.get("First Seen")))
                        .asOf(Dates.USUAL.read(row.get("Last Seen")));
        for (var column : KEPT.keySet().stream().sorted().toList()) {
            person = person.with(KEPT.getOrDefault(column, column), row.get(column));
        }
        finds.add(person);
    }
}
