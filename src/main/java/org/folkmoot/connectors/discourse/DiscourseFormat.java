package org.folkmoot.connectors.discourse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Choice;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.csv.CsvTable;
import org.folkmoot.connectors.csv.Signature;
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// A forum's user list (CSV) and JSON pages, in a folder, a zip or one by one. Categories are read
/// first and lists of topics last, so that names are known and a topic's own page counts more.
@Component
final class DiscourseFormat implements Format {

    private static final long LARGEST_PAGE = 64L << 20;
    private static final List<String> MARKS =
            List.of(
                    "\"post_stream\"",
                    "\"latest_posts\"",
                    "\"topic_list\"",
                    "\"directory_items\"",
                    "\"category_list\"",
                    "\"actions_summary\"",
                    "\"user_badges\"");

    @Override
    public String name() {
        return "discourse";
    }

    @Override
    public String title() {
        return "Discourse forum";
    }

    @Override
    public String howToGet() {
        return """
        As an admin, open Users and choose Export: a CSV of all users arrives as a message. For the \
        posts, save the forum's JSON pages (/t/<id>.json, /posts.json, /latest.json, /categories.json) \
        into a folder or zip.""";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.directMessages(),
                Choice.words(
                        "source",
                        "Address of the forum",
                        "Such as forum.example.org, if the files do not tell."));
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        if (Signature.any(tree, Set.of(Signature.DISCOURSE_USERS))) {
            return true;
        }
        for (var file : tree.files().stream().filter(DiscourseFormat::json).limit(8).toList()) {
            var head = new String(tree.head(file, 1 << 14), StandardCharsets.UTF_8);
            if (MARKS.stream().anyMatch(head::contains)
                    || (head.contains("\"avatar_template\"")
                            && (head.contains("\"trust_level\"")
                                    || head.contains("\"post_number\"")))) {
                return true;
            }
        }
        return false;
    }

    private static boolean json(Tree.Entry file) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(".json");
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        var source = DiscourseSource.of(tree, options);
        finds.add(new Found.Origin(source, source.substring("discourse:".length()), Markup.HTML));
        var all = Boolean.parseBoolean(options.getOrDefault("private", "false").strip());
        var pages = new DiscoursePages(source, all, finds);
        var ordered =
                tree.files().stream()
                        .filter(DiscourseFormat::json)
                        .sorted(
                                Comparator.comparingInt((Tree.Entry f) -> turn(tree, f))
                                        .thenComparing(Tree.Entry::path))
                        .toList();
        for (var file : ordered) {
            if (tooLarge(tree, file)) {
                finds.add(
                        new Found.Refused(
                                file.path(),
                                1,
                                "This page is larger than 64 MB: save it in parts.",
                                ""));
            } else {
                JsonRows.each(
                        tree, file, finds, (page, line) -> pages.read(page, file.path(), line));
            }
        }
        for (var file : tree.files().stream().filter(Signature::looksLikeCsv).toList()) {
            CsvTable.read(tree, file, finds, row -> pages.user(row, file.path()));
        }
    }

    /// Categories, then topics and posts, then lists of topics.
    private static int turn(Tree tree, Tree.Entry file) {
        try {
            var head = new String(tree.head(file, 1 << 14), StandardCharsets.UTF_8);
            return head.contains("\"category_list\"") || head.contains("\"read_restricted\"")
                    ? 0
                    : head.contains("\"topic_list\"") ? 2 : 1;
        } catch (IOException e) {
            return 1; // the reading itself will tell
        }
    }

    private static boolean tooLarge(Tree tree, Tree.Entry file) throws IOException {
        return file.size() > LARGEST_PAGE
                && new String(tree.head(file, 64), StandardCharsets.UTF_8).strip().startsWith("{");
    }
}
