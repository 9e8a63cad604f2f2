package org.folkmoot.connectors.wordpress;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;

/// Authors by login, guests who comment by e-mail or name; each said once.
final class WxrPeople {

    private final Finds finds;
    private final Map<String, String> logins = new HashMap<>();
    private final Set<String> said = new HashSet<>();

    WxrPeople(Finds finds) {
        this.finds = finds;
    }

    void author(String source, String login, WxrElement author) {
        logins.put(author.get("wp:author_id"), login);
        said.add(login);
        finds.add(
                Person.of(source, login)
                        .with(Field.HANDLE, login)
                        .with(
                                Field.NAME,
                                WxrSite.first(
                                        author.get("wp:author_display_name"),
                                        (author.get("wp:author_first_name")
                                                        + " "
                                                        + author.get("wp:author_last_name"))
                                                .strip(),
                                        login))
                        .with(Field.EMAIL, author.get("wp:author_email"))
                        .with("author_id", author.get("wp:author_id")));
    }

    /// The one who wrote an item, perhaps not among the authors.
    void writer(String source, String login) {
        if (!login.isEmpty() && said.add(login)) {
            finds.add(Person.of(source, login).with(Field.HANDLE, login).with(Field.NAME, login));
        }
    }

    /// A registered user by login, a guest by e-mail, else by name.
    @Nullable String commenter(String source, WxrElement comment) {
        var user = comment.get("wp:comment_user_id");
        if (!user.matches("0?")) {
            var id = logins.getOrDefault(user, "user:" + user);
            if (said.add(id)) {
                finds.add(
                        Person.of(source, id)
                                .with(Field.NAME, comment.get("wp:comment_author"))
                                .with(Field.EMAIL, comment.get("wp:comment_author_email")));
            }
            return id;
        }
        var name = comment.get("wp:comment_author");
        var email = comment.get("wp:comment_author_email").toLowerCase(Locale.ROOT);
        var id = guest(name, email);
        if (id == null) {
            return null;
        }
        if (said.add(id)) {
            finds.add(
                    Person.of(source, id)
                            .with(Field.NAME, name)
                            .with(Field.EMAIL, email)
                            .with(Field.WEBSITE, comment.get("wp:comment_author_url")));
        }
        return id;
    }

    /// Somebody without an account: known by e-mail, else by name; null when by neither.
    static @Nullable String guest(String name, String email) {
        var by = email.isEmpty() ? name : email;
        return by.isEmpty() ? null : "guest:" + by.toLowerCase(Locale.ROOT);
    }
}
