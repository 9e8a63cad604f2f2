package org.folkmoot.connectors.folkmoot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.community.Communities;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.members.Keeper;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// JSON lines as `folkmoot export` writes them.
@Component
final class FolkmootExport implements Format {

    private final ObjectProvider<Keeper> keepers;

    FolkmootExport(ObjectProvider<Keeper> keepers) {
        this.keepers = keepers;
    }

    @Override
    public String name() {
        return "folkmoot";
    }

    @Override
    public String title() {
        return "Folkmoot export";
    }

    @Override
    public String howToGet() {
        return "In the other Folkmoot, open Export and choose Export everything; or run: ./folkmoot"
                + " export --community SHORT-NAME -o export.jsonl. Drop that file here.";
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        for (var file : tree.files()) {
            var head = new String(tree.head(file, 200), StandardCharsets.UTF_8);
            if (head.startsWith("{\"type\":\"community\",\"format\":\"folkmoot\"")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var kept =
                keepers.stream()
                        .flatMap(keeper -> keeper.types().stream())
                        .collect(Collectors.toSet());
        for (var file : tree.files()) {
            JsonRows.each(tree, file, finds, new Reading(file, kept, finds)::line);
        }
    }

    /// One file, read from its beginning.
    private static final class Reading {

        private final Tree.Entry file;
        private final Set<String> kept;
        private final Finds finds;
        private final Map<Long, JsonNode> members = new HashMap<>();
        private @Nullable String community;

        Reading(Tree.Entry file, Set<String> kept, Finds finds) {
            this.file = file;
            this.kept = kept;
            this.finds = finds;
        }

        void line(JsonNode row, long line) {
            switch (JsonRows.text(row, "type")) {
                case "community" -> {
                    var slug = row.path("slug").asString("");
                    community = Communities.isSlug(slug) ? slug : null;
                }
                case "source" -> finds.add(Lines.origin(row));
                case "place" -> finds.add(Lines.place(row));
                case "member" -> Lines.keepIfSaid(row, members);
                case "identity" -> {
                    persons(Lines.profiles(row, members.remove(row.path("member").asLong())));
                    Lines.together(row).ifPresent(finds::add);
                }
                case "apart" -> finds.add(Lines.apart(row));
                case "worked" -> persons(Lines.worked(row));
                case "activity" -> Lines.deeds(row).forEach(finds::add);
                case "mark" -> finds.add(Lines.mark(row));
                default -> finds.add(other(row, line));
            }
        }

        /// Whoever comes from there is as many people as there.
        private void persons(List<Person> persons) {
            persons.forEach(p -> finds.add(p.with(Found.Field.ELSEWHERE, community)));
        }

        private Found other(JsonNode row, long line) {
            var type = JsonRows.text(row, "type");
            return kept.contains(type)
                    ? new Found.Also(type, row, file.path(), line)
                    : new Found.Refused(
                            file.path(),
                            line,
                            "This line says no type that we know.",
                            row.toString());
        }
    }

    static List<String> strings(JsonNode row, String field) {
        return row.path(field).valueStream().map(n -> n.asString("")).toList();
    }
}
