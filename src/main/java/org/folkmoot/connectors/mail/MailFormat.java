package org.folkmoot.connectors.mail;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Choice;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Format;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.Overblown;
import org.folkmoot.connectors.intake.Tree;
import org.springframework.stereotype.Component;

/// Reads mailing list archives: mbox files and pipermail's texts, packed or not, alone or many.
@Component
final class MailFormat implements Format {

    private static final Pattern START =
            Pattern.compile(
                    "(?:\u00ef\u00bb\u00bf)?\\s*From [^\\n]*\\d{1,2}:\\d{2}[^\\n]*\\d{4}[^\\n]*\\n[!-9;-~]+:");
    private static final Pattern MAILBOX =
            Pattern.compile("(?i)[^.]+|.*\\.(?:mbox|mbx|mail|txt|\\d{4}-\\d\\d|\\d{6})");
    private static final Pattern TAGGED =
            Pattern.compile(
                    "(?im)^Subject: *(?:(?:re|aw|fwd?|sv)(?:\\[\\d+])?: *)*\\[([^]\\s]{2,40})]");
    private static final Pattern SUBJECT = Pattern.compile("(?im)^Subject:");

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("mbox", "pipermail", "mailman");
    }

    @Override
    public String title() {
        return "Mailing list archive";
    }

    @Override
    public String howToGet() {
        return "Download the list's mbox (Mailman 3, Google Takeout, Thunderbird), or pipermail's "
                + "\"Gzip'd Text\" of each month. Give one file, a folder or a zip of them.";
    }

    @Override
    public List<Choice> choices() {
        return List.of(
                Choice.words(
                        "place",
                        "Name of the list",
                        "Taken from the archive if you leave it empty."));
    }

    @Override
    public boolean recognises(Tree tree) throws IOException {
        var looked = 0;
        for (var file : tree.files()) {
            if (MAILBOX.matcher(file.name()).matches() && looked++ < 5) {
                if (START.matcher(head(tree, file, 4096)).lookingAt()) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public void read(Tree tree, Map<String, String> options, Finds finds) throws IOException {
        finds.add(new Found.Origin(Letters.SOURCE, "Mailing lists", Markup.MAIL));
        var letters = new Letters(finds);
        var lists = new HashMap<String, String>();
        for (var file : tree.files()) {
            if (MAILBOX.matcher(file.name()).matches()) {
                var told = options.getOrDefault("place", "").strip();
                if (!lists.containsKey(file.folder())) {
                    lists.put(file.folder(), told.isEmpty() ? list(tree, file.folder()) : told);
                }
                read(tree, file, lists.getOrDefault(file.folder(), "list"), letters, finds);
            }
        }
    }

    private static void read(Tree tree, Tree.Entry file, String list, Letters letters, Finds finds)
            throws IOException {
        try (var in = tree.open(file)) {
            letters.all(in, file.path(), list);
        } catch (Overblown e) {
            finds.add(new Found.Refused(file.path(), 1, String.valueOf(e.getMessage()), ""));
        } catch (ZipException | EOFException e) {
            finds.add(
                    new Found.Refused(
                            file.path(),
                            1,
                            "This packed file breaks off or is damaged; what came before it ends was read.",
                            ""));
        }
    }

    /// The name of the list whose archive a folder is: the `[tag]` that most subjects bear, else
    /// the top folder's name, else `list`.
    private static String list(Tree tree, String folder) throws IOException {
        var tags = new HashMap<String, Integer>();
        var subjects = 0L;
        var looked = 0;
        for (var file : tree.files()) {
            if (file.folder().equals(folder)
                    && MAILBOX.matcher(file.name()).matches()
                    && looked++ < 100) {
                var head = head(tree, file, 1 << 16);
                subjects += SUBJECT.matcher(head).results().count();
                TAGGED.matcher(head)
                        .results()
                        .forEach(
                                r ->
                                        tags.merge(
                                                r.group(1).toLowerCase(Locale.ROOT),
                                                1,
                                                Integer::sum));
            }
        }
        for (var tag : tags.entrySet()) {
            if (tag.getValue() * 2L > subjects) {
                return tag.getKey();
            }
        }
        var top = folder.replaceFirst("/.*", "");
        return top.isEmpty() ? "list" : top;
    }

    private static String head(Tree tree, Tree.Entry file, int length) throws IOException {
        return new String(tree.head(file, length), StandardCharsets.ISO_8859_1);
    }
}
