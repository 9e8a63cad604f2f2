package org.folkmoot.connectors.wordpress;

import static org.folkmoot.connectors.wordpress.WordpressAnswers.text;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.csv.Dates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Users by login, guests who comment by e-mail or name; those of whom only a number is known by
/// that. The same as in an export, see [WxrPeople].
final class RestPeople {

    private final String source;
    private final Map<String, String> names;
    private final Finds finds;
    private final Set<String> said = new HashSet<>();

    RestPeople(String source, Map<String, String> names, Finds finds) {
        this.source = source;
        this.names = names;
        this.finds = finds;
    }

    String user(JsonNode row) {
        var number = text(row, "id");
        var login = text(row, "username");
        var slug = text(row, "slug");
        var id = !login.isEmpty() ? login : !slug.isEmpty() ? slug : "user:" + number;
        names.put(number, id);
        if (said.add(id)) {
            finds.add(
                    Person.of(source, id)
                            .with(Field.HANDLE, login.isEmpty() ? slug : login)
                            .with(Field.NAME, WxrSite.first(text(row, "name"), login, slug))
                            .with(Field.EMAIL, text(row, "email"))
                            .with(Field.URL, text(row, "link"))
                            .with(Field.WEBSITE, text(row, "url"))
                            .with(Field.BIO, text(row, "description"))
                            .with(Field.LANGUAGE, text(row, "locale").replace('_', '-'))
                            .with(Field.AVATAR, text(row.path("avatar_urls"), "96"))
                            .with("author_id", number)
                            .with("role", row.path("roles").path(0).asString(""))
                            .joined(Dates.USUAL.read(text(row, "registered_date"))));
        }
        return id;
    }

    /// Who wrote a post; null when the site does not say.
    @Nullable String author(String number) {
        if (number.matches("0?")) {
            return null;
        }
        return names.getOrDefault(number, "user:" + number);
    }

    @Nullable String commenter(JsonNode comment) {
        var name = text(comment, "author_name");
        var email = text(comment, "author_email").toLowerCase(Locale.ROOT);
        var user = author(text(comment, "author"));
        var id = user == null ? WxrPeople.guest(name, email) : user;
        var known = user != null && !user.startsWith("user:");
        if (id != null && !known && said.add(id)) {
            finds.add(
                    Person.of(source, id)
                            .with(Field.NAME, name)
                            .with(Field.EMAIL, email)
                            .with(Field.WEBSITE, text(comment, "author_url")));
        }
        return id;
    }
}
