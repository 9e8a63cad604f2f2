package org.folkmoot.connectors.commonroom;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.csv.GuessedCsv;
import org.folkmoot.connectors.csv.Signature;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Contacts and activities as the read interface (v2) gives them, users and activities as the write
/// interface (Core v1) takes them, and CSV files by the guess.
@Component
final class CommonRoomFormat implements Format {

    private static final Set<Signature> TABLES =
            Set.of(Signature.COMMON_ROOM, Signature.COMMON_ROOM_ACTIVITIES);
    private static final List<String> LISTS =
            List.of(
                    "contacts",
                    "activities",
                    "users",
                    "data",
                    "items",
                    "results",
                    "organizations",
                    "segments");
    private static final Pattern OURS =
            Pattern.compile(
                    "\"(?:activityTime|primaryEmail|isUserInitiated|providerId|jobHistory|leadScores|subSourceNames"
                            + "|activityType|titleAtCompany|roleAtCompany|externalProfiles|subSource)\"");

    @Override
    public String name() {
        return "commonroom";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("common-room");
    }

    @Override
    public String title() {
        return "Common Room";
    }

    @Override
    public String howToGet() {
        return """
        In Common Room, open Contacts or Activity, select all and export as CSV. Or save the pages of \
        its API (/contacts, /activities) as JSON files in a folder or zip.""";
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        for (var file : tree.files().stream().filter(CommonRoomFormat::json).limit(5).toList()) {
            var head = new String(tree.head(file, 1 << 14), StandardCharsets.UTF_8);
            if (OURS.matcher(head).find()
                    && !head.contains("\"orbit_")
                    && !head.contains("\"relationships\"")) {
                return true;
            }
        }
        return Signature.any(tree, TABLES);
    }

    private static boolean json(Tree.Entry file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var told = options.getOrDefault("source", "").strip();
        var source = told.isEmpty() ? "commonroom" : told;
        finds.add(new Found.Origin(source, "Common Room", Markup.PLAIN));
        var things = new CommonRoomThings(source, finds);
        for (var file : tree.files()) {
            if (Signature.looksLikeCsv(file)) {
                GuessedCsv.read(tree, file, source, finds);
            } else if (json(file)) {
                json(tree, file, things, finds);
            }
        }
    }

    private static void json(Tree tree, Tree.Entry file, CommonRoomThings things, Finds finds)
            throws IOException {
        JsonRows.inside(
                tree,
                file,
                list(tree, file),
                finds,
                (row, line) -> {
                    for (var list : LISTS) {
                        if (row.path(list).isArray() && text(row, "id").isEmpty()) {
                            row.path(list)
                                    .forEach(inner -> thing(inner, file, line, things, finds));
                            return;
                        }
                    }
                    thing(row, file, line, things, finds);
                });
    }

    private static void thing(
            JsonNode row, Tree.Entry file, long line, CommonRoomThings things, Finds finds) {
        var wrong = things.read(row);
        if (!wrong.isEmpty()) {
            finds.add(new Found.Refused(file.path(), line, wrong, row.toString()));
        }
    }

    /// The property that holds the rows of a page, empty when the page is itself a list or one
    /// thing.
    private static String list(Tree tree, Tree.Entry file) throws IOException {
        var head =
                new String(tree.head(file, 4096), StandardCharsets.UTF_8)
                        .strip()
                        .replaceFirst("^\uFEFF", "");
        if (head.startsWith("{")) {
            for (var list : LISTS) {
                if (Pattern.compile("^\\{[^\\[{]*\"" + list + "\"\\s*:\\s*\\[")
                        .matcher(head)
                        .find()) {
                    return list;
                }
            }
        }
        return "";
    }
}
