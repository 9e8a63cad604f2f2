package org.folkmoot.connectors.telegram;

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
import org.folkmoot.connectors.intake.JsonRows;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// Chats as Telegram Desktop exports them, one by one or a whole account's: a `result.json`, or a
/// folder or zip of them.
///
/// What was said to one person alone is private: it is left out unless the option `private` is
/// `true`. Until 2021 times were written without telling where: they are in the option `timezone`
/// (UTC if not told).
@Component
final class TelegramExport implements Format {

    private static final Pattern CHAT =
            Pattern.compile(
                    "\"type\"\\s*:\\s*\"(?:(?:private|public)_(?:group|supergroup|channel)|personal_chat|bot_chat|saved_messages|replies|verification_codes)\"");
    private static final Pattern ACCOUNT = Pattern.compile("\\A\\{\\s*\"about\"\\s*:");

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("telegram-desktop");
    }

    @Override
    public String title() {
        return "Telegram chats (Telegram Desktop)";
    }

    @Override
    public String howToGet() {
        return "In Telegram Desktop open the group or channel, then the three dots above it, Export"
                + " chat history; choose Machine-readable JSON, without photos and files. Drop its"
                + " result.json, or a zip of several, here.";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.directMessages(),
                Choice.timezone(
                        "Time zone of an old export",
                        "Such as Europe/Berlin: that of the computer that exported, as exports of before 2022 do not tell it. UTC if you leave it empty."));
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        for (var file : ours(tree).stream().limit(5).toList()) {
            if (chat(tree, file) || account(tree, file)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        finds.add(new Found.Origin(ExportedChat.SOURCE, "Telegram", Markup.HTML));
        var all = Boolean.parseBoolean(options.getOrDefault("private", "false").strip());
        var times = new ExportedTime(Choice.zone(options));
        for (var file : ours(tree)) {
            if (chat(tree, file) || account(tree, file)) {
                read(tree, file, new ExportedFile(file.path(), all, times, finds), finds);
            } else {
                var reason = "This is no chat that Telegram Desktop exported.";
                finds.add(new Found.Refused(file.path(), 1, reason, ""));
            }
        }
    }

    private static void read(Tree tree, Tree.Entry file, ExportedFile read, Finds finds)
            throws IOException {
        JsonRows.everywhere(tree, file, "messages", finds, read::opens, read::told, read::message);
    }

    private static List<Tree.Entry> ours(Tree tree) {
        return tree.files().stream()
                .filter(file -> file.name().toLowerCase(Locale.ROOT).endsWith(".json"))
                .toList();
    }

    private static boolean chat(Tree tree, Tree.Entry file) throws IOException {
        var head = head(tree, file);
        return head.startsWith("{")
                && head.contains("\"messages\"")
                && !ACCOUNT.matcher(head).find()
                && CHAT.matcher(head).find();
    }

    private static boolean account(Tree tree, Tree.Entry file) throws IOException {
        var head = head(tree, file);
        return ACCOUNT.matcher(head).find()
                && (head.contains("Telegram") || head.contains("\"personal_information\""));
    }

    private static String head(Tree tree, Tree.Entry file) throws IOException {
        return new String(tree.head(file, 8192), StandardCharsets.UTF_8)
                .replaceAll("[\0\uFEFF\uFFFD]", "")
                .strip();
    }
}
