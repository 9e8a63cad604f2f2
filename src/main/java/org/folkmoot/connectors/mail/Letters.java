package org.folkmoot.connectors.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;

/// Translates mails into findings: the one that starts a thread is a message, all under it replies.
final class Letters {

    static final String SOURCE = "mail";

    private final Finds finds;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> places = new HashSet<>();

    Letters(Finds finds) {
        this.finds = finds;
    }

    /// All mails of an mbox.
    void all(InputStream in, String file, String list) throws IOException {
        try (var mbox = new Mbox(in)) {
            for (var letter = mbox.next(); letter != null; letter = mbox.next()) {
                if (!letter.envelope().isEmpty()) {
                    add(letter, file, list);
                } else if (!start(letter).isBlank()) {
                    var reason =
                            "This text is no mail: no line \"From …\" with a date stands above it.";
                    finds.add(new Found.Refused(file, 1, reason, start(letter)));
                }
            }
        }
    }

    /// @param list where the mail belongs if it does not say so itself
    void add(Mbox.Letter letter, String file, String list) {
        var headers = Headers.of(letter.bytes());
        var time = MailTime.of(headers, letter.envelope());
        if (time == null) {
            var raw = letter.envelope() + "\n" + start(letter);
            var reason =
                    "This mail has no date that can be read, or one before 1970 or after 2099.";
            finds.add(new Found.Refused(file, letter.line(), reason, raw));
            return;
        }
        var sender = Sender.of(headers, letter.envelope());
        var id = Ids.own(headers);
        var parent = Ids.parent(headers, id);
        var words = Words.of(letter.bytes());
        var subject = headers.get("subject");
        var deed =
                Deed.of(
                                SOURCE,
                                id,
                                parent == null ? Kind.MESSAGE : Kind.REPLY,
                                sender == null ? null : met(sender, time),
                                time.at())
                        .inferred(!time.sure())
                        .in(place(headers, list))
                        .under(parent)
                        .titled(
                                subject == null
                                        ? null
                                        : Headers.decoded(subject).replaceAll("\\s+", " "))
                        .saying(words.text())
                        .files(words.files())
                        .fact("auto", automatic(headers) ? "true" : null)
                        .fact("cut", letter.cut() ? "true" : null)
                        .fact("broken", words.broken() ? "true" : null);
        finds.add(deed);
    }

    private String met(Sender sender, MailTime time) {
        var id = sender.id();
        if (!sender.name().equals(names.put(id, sender.name()))) {
            finds.add(
                    Person.of(SOURCE, id)
                            .with(Field.NAME, sender.name())
                            .with(Field.EMAIL, sender.hasAddress() ? sender.address() : null)
                            .with("masked_email", sender.isMasked() ? sender.address() : null)
                            .flag(Person.Flag.BOT, sender.isMailer())
                            .asOf(time.at()));
        }
        return id;
    }

    private String place(Headers headers, String list) {
        var given = headers.get("list-id");
        var post = headers.get("list-post");
        String id = list;
        var name = list;
        if (given != null) {
            var open = given.indexOf('<');
            var close = open < 0 ? -1 : given.indexOf('>', open);
            id = close > open ? given.substring(open + 1, close) : given;
            var label = close > open ? Headers.decoded(given.substring(0, open)) : "";
            name = label.isBlank() ? id.replaceFirst("\\..*", "") : label.replaceAll("^\"|\"$", "");
        } else if (post != null) {
            id = Objects.requireNonNullElse(address(post), list);
            name = id;
        }
        id = id.strip().toLowerCase(Locale.ROOT);
        if (places.add(id)) {
            finds.add(Found.Place.of(SOURCE, id, name.strip(), Style.FORUM));
        }
        return id;
    }

    private static @Nullable String address(String post) {
        var found = java.util.regex.Pattern.compile("(?i)mailto:([^>?\\s]+)").matcher(post);
        return found.find() ? found.group(1) : null;
    }

    private static boolean automatic(Headers headers) {
        var submitted = headers.get("auto-submitted");
        return (submitted != null && !submitted.toLowerCase(Locale.ROOT).startsWith("no"))
                || headers.has("x-autoreply")
                || headers.has("x-autorespond")
                || "auto_reply".equalsIgnoreCase(headers.get("precedence"));
    }

    private static String start(Mbox.Letter letter) {
        return new String(
                letter.bytes(),
                0,
                Math.min(letter.bytes().length, 10_000),
                StandardCharsets.ISO_8859_1);
    }
}
