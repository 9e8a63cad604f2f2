package org.folkmoot.connectors.github;

import java.util.Locale;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A commit as GitHub tells it: told under the source `git`, so that it meets the same commit of a
/// clone. Merges are left out, as there.
final class Commit {

    private static final String SOURCE = "git";

    private final Finds finds;
    private final Set<String> known;

    Commit(Finds finds, Set<String> known) {
        this.finds = finds;
        this.known = known;
    }

    void read(Repo repo, JsonNode row) {
        if (row.path("parents").size() > 1) {
            return;
        }
        var sha = Values.must(row, "sha");
        var commit = row.path("commit");
        var author = commit.path("author");
        var at = Values.when(author, "date");
        if (known.add(SOURCE)) {
            finds.add(new Found.Origin(SOURCE, "Git", Markup.PLAIN));
        }
        if (known.add(SOURCE + " " + repo.path())) {
            finds.add(
                    Found.Place.of(SOURCE, repo.path(), repo.path(), Style.CODE)
                            .about(null, repo.url()));
        }
        var who = id(author);
        var login = Values.text(row.path("author"), "login");
        if (who != null
                && known.add(
                        SOURCE + " " + who + " " + login + " " + Values.text(author, "name"))) {
            var email = Values.text(author, "email");
            finds.add(
                    Person.of(SOURCE, who)
                            .with(Field.NAME, Values.text(author, "name"))
                            .with(Field.EMAIL, email != null && email.contains("@") ? email : null)
                            .with(Field.GITHUB, login)
                            .flag(
                                    Person.Flag.BOT,
                                    "Bot".equals(Values.text(row.path("author"), "type")))
                            .asOf(at));
        }
        var message = Values.text(commit, "message");
        finds.add(
                Deed.of(SOURCE, sha, Kind.COMMIT, who, at)
                        .in(repo.path())
                        .titled(
                                message == null
                                        ? null
                                        : message.strip().lines().findFirst().orElse(null))
                        .saying(message)
                        .at(Values.text(row, "html_url"))
                        .fact("node_id", Values.text(row, "node_id")));
    }

    private static @Nullable String id(JsonNode author) {
        var email = Values.text(author, "email");
        var name = Values.text(author, "name");
        return email != null
                ? email.strip().toLowerCase(Locale.ROOT)
                : name == null ? null : "name:" + name.strip().toLowerCase(Locale.ROOT);
    }
}
