package org.folkmoot.connectors.github;

import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Who is named by a user object; each told once, and again when more or other things are known.
final class Accounts {

    private static final String GHOST = "ghost";

    private final Finds finds;
    private final Map<String, Integer> told = new HashMap<>();

    Accounts(Finds finds) {
        this.finds = finds;
    }

    /// The id of an object's author: the login in lower case. Null and `ghost` are GitHub's shared
    /// stand-in for deleted accounts.
    String author(String source, JsonNode user, JsonNode row, @Nullable Instant at) {
        if (Values.text(user, "login") == null) {
            tell(
                    Person.of(source, GHOST)
                            .with(Field.NAME, "Deleted user")
                            .flag(Person.Flag.NOBODY, true));
            return GHOST;
        }
        return profile(source, user, Values.text(row, "author_association"), at);
    }

    String profile(
            String source, JsonNode user, @Nullable String association, @Nullable Instant at) {
        var login = Values.must(user, "login");
        var id = login.toLowerCase(Locale.ROOT);
        var page = Values.text(user, "html_url");
        tell(
                Person.of(source, id)
                        .with(Field.NAME, Values.text(user, "name"))
                        .with(Field.HANDLE, login)
                        .with(Field.EMAIL, Values.text(user, "email"))
                        .with(Field.ORGANISATION, Values.text(user, "company"))
                        .with(Field.LOCATION, Values.text(user, "location"))
                        .with(Field.AVATAR, Values.text(user, "avatar_url"))
                        .with(Field.URL, page)
                        .with(Field.WEBSITE, Values.text(user, "blog"))
                        .with(Field.BIO, Values.text(user, "bio"))
                        .with(Field.X, Values.text(user, "twitter_username"))
                        .with("github_id", Values.text(user, "id"))
                        .with("account_created", Values.text(user, "created_at"))
                        .with("contributions", Values.text(user, "contributions"))
                        .with("association", "NONE".equals(association) ? null : association)
                        .flag(Person.Flag.BOT, isBot(user, login))
                        .flag(Person.Flag.NOBODY, id.equals(GHOST))
                        .asOf(user.has("updated_at") ? Values.time(user, "updated_at") : at));
        return id;
    }

    private static boolean isBot(JsonNode user, String login) {
        return "Bot".equals(Values.text(user, "type")) || login.endsWith("[bot]");
    }

    private void tell(Person person) {
        var now = 31 * person.fields().hashCode() + person.flags().hashCode();
        var before = told.put(person.source() + "/" + person.id(), now);
        if (before == null || before != now) {
            finds.add(person);
        }
    }
}
