package org.folkmoot.sources.wordpress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.wordpress.WordpressAnswers;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Reply;
import tools.jackson.databind.JsonNode;

/// Asks a site for its lists, as fully as the secret may, and for the people who are named in them.
final class Reading {

    /// As many as the site gives at once.
    static final int AT_ONCE = 100;

    private static final String PAGES = "X-WP-TotalPages";

    private final Line line;
    private final Site site;
    private final Found.Basket basket = new Found.Basket();
    private final Map<String, String> names;
    private final Set<String> plain;
    private final WordpressAnswers answers;

    /// @param names the person's id of each user's number, as far as known
    /// @param plain the lists that the secret may only read as anybody
    Reading(Line line, Site site, Map<String, String> names, Set<String> plain) {
        this.line = line;
        this.site = site;
        this.names = new HashMap<>(names);
        this.plain = new HashSet<>(plain);
        this.answers =
                new WordpressAnswers(site.home(), site.title(), site.about(), this.names, basket);
    }

    Found.Basket basket() {
        return basket;
    }

    WordpressAnswers answers() {
        return answers;
    }

    Map<String, String> names() {
        return names;
    }

    Set<String> plain() {
        return plain;
    }

    Ask get(String path) {
        return site.get(line, path);
    }

    /// What only those who may edit are told: texts as they were written, logins, e-mail. Who may
    /// not (403) gets what everybody sees. Who may edit some of it only is told of these alone,
    /// though all are counted: that is noticed, and all is read as everybody sees it. A password
    /// that was taken back opens what is public all the same, and is known by its 401 here.
    ///
    /// @param list whose rights are meant
    Reply fully(String list, Ask ask, int page, int atOnce) {
        if (signed() && !plain.contains(list)) {
            var reply = line.ask(ask.query("context", "edit").allowing(403));
            if (reply.status() != 403 && whole(reply, page, atOnce)) {
                return reply;
            }
            plain.add(list);
        }
        return line.ask(ask);
    }

    boolean signed() {
        return Badge.of(line.connection()).isPresent();
    }

    /// What is not for everybody is passed over where nobody signed in.
    Ask open(Ask ask) {
        return signed() ? ask.allowing(403, 404) : ask.allowing(401, 403, 404);
    }

    private static boolean whole(Reply reply, int page, int atOnce) {
        var total = total(reply);
        var pages = (total + atOnce - 1) / atOnce;
        var due = Math.min(atOnce, total - (page - 1L) * atOnce);
        return pages != number(reply, PAGES) || rows(reply).size() >= due;
    }

    /// Makes sure that whoever wrote these is known by more than a number.
    void meet(JsonNode rows) {
        var unknown = new HashSet<String>();
        for (var row : rows) {
            var author = row.path("author").asString("");
            if (!author.matches("0?") && !names.containsKey(author)) {
                unknown.add(author);
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        var ask =
                get("users")
                        .query("include", String.join(",", unknown.stream().sorted().toList()))
                        .query("per_page", Integer.toString(AT_ONCE));
        people(fully("users", open(ask).allowing(400), 1, AT_ONCE));
        unknown.forEach(author -> names.putIfAbsent(author, "user:" + author));
    }

    /// The users of an answer; none where the site keeps them to itself.
    JsonNode people(Reply reply) {
        var rows = rows(reply);
        rows.forEach(answers::user);
        return rows;
    }

    static JsonNode rows(Reply reply) {
        return reply.status() == 200
                ? reply.json()
                : tools.jackson.databind.node.MissingNode.getInstance();
    }

    /// How many there are, by the site's own count; -1 when it does not say.
    static long total(Reply reply) {
        return number(reply, "X-WP-Total");
    }

    /// Whether a page of a list is its last.
    static boolean last(Reply reply, int page, int rows, int atOnce) {
        var pages = number(reply, PAGES);
        return rows == 0 || (pages < 0 ? rows < atOnce : page >= pages);
    }

    private static long number(Reply reply, String header) {
        var text = reply.header(header).orElse("").strip();
        return text.matches("\\d{1,12}") ? Long.parseLong(text) : -1;
    }
}
