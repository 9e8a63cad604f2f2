package org.folkmoot.connectors.orbit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Choice;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.csv.CsvTable;
import org.folkmoot.connectors.csv.Signature;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// JSON:API pages of members, activities and notes, and Orbit's two kinds of CSV.
@Component
final class OrbitFormat implements Format {

    private static final Set<Signature> TABLES =
            Set.of(
                    Signature.ORBIT_MEMBERS,
                    Signature.ORBIT_ACTIVITIES,
                    Signature.ORBIT_ACTIVITIES_2);

    /// `https://app.orbit.love/<workspace>/members/ada`, also inside an archive's address.
    private static final Pattern OWN =
            Pattern.compile(
                    "\"(?:orbit_url|web_url|self|first|last|next|prev)\"\\s*:\\s*\"(?:[^\"]*https?://[^/\"]+)?/(?:api/v1/)?"
                            + "([A-Za-z0-9_-]+)/(?:members|activities|notes|organizations)[/?\"]");
    private static final Pattern RESOURCE =
            Pattern.compile(
                    "\"type\"\\s*:\\s*\"(?:member|note|[a-z_]+_activity|[a-z]+_identity|activity_type)\"");

    @Override
    public String name() {
        return "orbit";
    }

    @Override
    public String title() {
        return "Orbit (closed in 2024)";
    }

    @Override
    public String howToGet() {
        return """
        Orbit is gone, so only files saved before it closed can be read: JSON pages of its API (members, \
        activities, notes) in a folder or zip, or the CSV files of members and activities.""";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.words(
                        "source",
                        "Name of the workspace",
                        "Its part of the address, if the files do not tell."));
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        for (var file : tree.files().stream().filter(OrbitFormat::json).limit(5).toList()) {
            var head = head(tree, file);
            if (head.contains("\"attributes\"")
                    && RESOURCE.matcher(head).find()
                    && (head.contains("orbit_") || head.contains("\"relationships\""))) {
                return true;
            }
        }
        return Signature.any(tree, TABLES);
    }

    private static boolean json(Tree.Entry file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    private static String head(Tree tree, Tree.Entry file) throws IOException {
        return new String(tree.head(file, 1 << 14), StandardCharsets.UTF_8);
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var source = source(tree, options);
        finds.add(
                new Found.Origin(
                        source, "Orbit " + source.substring("orbit:".length()), Markup.MARKDOWN));
        var pages = new OrbitPages(source, finds);
        for (var file : tree.files()) {
            if (json(file)) {
                pages.read(tree, file);
            } else if (Signature.looksLikeCsv(file)) {
                var rows = new OrbitRows(source, file.path(), finds);
                CsvTable.read(tree, file, finds, rows::read);
            }
        }
    }

    private static String source(Tree tree, Map<String, String> options) throws IOException {
        var told = options.getOrDefault("source", "").strip();
        if (!told.isEmpty()) {
            return told.startsWith("orbit:") ? told : "orbit:" + told;
        }
        List<Tree.Entry> some = tree.files().stream().filter(OrbitFormat::json).limit(20).toList();
        for (var file : some) {
            var own = OWN.matcher(head(tree, file));
            if (own.find()) {
                return "orbit:" + own.group(1);
            }
        }
        return "orbit:workspace";
    }
}
