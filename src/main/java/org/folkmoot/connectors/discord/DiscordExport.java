package org.folkmoot.connectors.discord;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Choice;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found.Origin;
import org.folkmoot.connectors.Found.Refused;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// Channels of a Discord server as DiscordChatExporter saves them: one JSON or CSV file a channel
/// or thread, or a folder or zip of them.
///
/// Direct messages are private: they are left out unless the option `private` is `true`. Options
/// for CSV, which tells neither: `timezone`, the IANA zone its dates are in (UTC if not told), and
/// `dates`, `dmy` where the day comes before the month (else the month does).
@Component
final class DiscordExport implements Format {

    static final String SOURCE = "discord";

    @Override
    public String name() {
        return "discord";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("discordchatexporter");
    }

    @Override
    public String title() {
        return "Discord channels (DiscordChatExporter)";
    }

    @Override
    public String howToGet() {
        return "Export the channels and their threads with DiscordChatExporter and your own bot's"
                + " token, as JSON (CSV works too but tells less), and drop the file, or a zip of"
                + " them all, here. Direct messages are left out unless you ask for them.";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.directMessages(),
                Choice.timezone(
                        "Time zone of a CSV",
                        "Such as Europe/Berlin; a CSV does not tell where its times were. UTC if you leave it empty."),
                Choice.oneOf(
                        "dates",
                        "Dates in a CSV",
                        "How a date such as 03/04/2026 is meant.",
                        new Choice.Value("", "The month first: 4 March"),
                        new Choice.Value("dmy", "The day first: 3 April")));
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        // a channel without a message may have given a file without anything in it
        for (var file : ours(tree).stream().filter(f -> f.size() > 0).limit(5).toList()) {
            if (isJson(tree, file) || isCsv(tree, file)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        finds.add(new Origin(SOURCE, "Discord", Markup.MARKDOWN));
        var people = new DiscordPeople(finds, true);
        var json = new DiscordJson(options, people, finds);
        var csv = new DiscordCsv(options, people, finds);
        for (var file : ours(tree)) {
            if (isJson(tree, file)) {
                json.read(tree, file);
            } else if (isCsv(tree, file)) {
                csv.read(tree, file);
            } else {
                var reason = "This is no channel that DiscordChatExporter saved.";
                finds.add(new Refused(file.path(), 1, reason, ""));
            }
        }
    }

    static boolean privateToo(Map<String, String> options) {
        return Boolean.parseBoolean(options.getOrDefault("private", "false").strip());
    }

    /// Attachments that were saved along lie in folders named `..._Files`.
    private static List<Tree.Entry> ours(Tree tree) {
        return tree.files().stream()
                .filter(file -> !file.folder().matches("(.*[_ ])?Files(/.*)?"))
                .filter(file -> ends(file, ".json") || ends(file, ".csv"))
                .toList();
    }

    private static boolean ends(Tree.Entry file, String suffix) {
        return file.name().toLowerCase(Locale.ROOT).endsWith(suffix);
    }

    private static boolean isJson(Tree tree, Tree.Entry file) throws IOException {
        if (!ends(file, ".json")) {
            return false;
        }
        var head = head(tree, file);
        return head.startsWith("{")
                && head.contains("\"guild\"")
                && head.contains("\"channel\"")
                && (head.contains("\"dateRange\"") || head.contains("\"messages\""));
    }

    private static boolean isCsv(Tree tree, Tree.Entry file) throws IOException {
        return ends(file, ".csv")
                && head(tree, file)
                        .replace("\"", "")
                        .matches("(?s)AuthorID([,;])Author\\1Date\\1Content.*");
    }

    /// A comma, or a semicolon in what versions of before December 2019 saved.
    static char separator(Tree tree, Tree.Entry file) throws IOException {
        return head(tree, file).replace("\"", "").startsWith("AuthorID;") ? ';' : ',';
    }

    private static String head(Tree tree, Tree.Entry file) throws IOException {
        return new String(tree.head(file, 8192), StandardCharsets.UTF_8)
                .replaceAll("[\0\uFEFF\uFFFD]", "")
                .strip();
    }
}
