package org.folkmoot.sources.wordpress;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.wordpress.WordpressAnswers;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// A WordPress site, read as anybody may, or by an application password.
@Component
final class WordpressConnector implements Connector {

    @Override
    public String platform() {
        return "wordpress";
    }

    @Override
    public String title() {
        return "WordPress";
    }

    @Override
    public String words() {
        return "Posts, pages, comments and people of a site; comments that wait, where you may see them.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Type the site's address. What everybody may read is read without anything else.",
                "To see all people, and comments that wait, and to write: in WordPress open Users, Profile, Application Passwords, type a name such as Folkmoot, press Add New Application Password, and copy the password with your user name here.",
                "An Editor may read and write all that matters; only an Administrator sees all people with their logins and e-mail.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE, Ability.ACTIVITY, Ability.POST, Ability.REPLY, Ability.MODERATE);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.address(
                        "base-url",
                        "Address of the site",
                        "Such as https://blog.example.org. The address of its API (…/wp-json) will do too.",
                        ""),
                Setting.words(
                        "username",
                        "User of the password",
                        "In whose name the password works; what we write is by this user.",
                        ""),
                new Setting(
                        "types",
                        "Kinds of posts",
                        "As the API names them; a site may have more, such as products.",
                        "posts, pages",
                        Setting.Shape.LIST,
                        false),
                Setting.words(
                        "site",
                        "Name of the site",
                        "Only if you imported it under another than the one it tells: the blog's address.",
                        ""));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        Badge.SECRET,
                        "Application password",
                        "Made under Users, Profile. It can be taken back there at any time, and opens nothing but the API.",
                        "role Administrator (list_users): for people with logins and e-mail, so that they are the same as in an export",
                        "role Editor (moderate_comments, edit_others_posts): for comments that wait, e-mail of commenters, moderation and posts",
                        "none: without a password only what everybody sees is read"));
    }

    @Override
    public Manners manners() {
        return new WordpressManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var site = connection.setting("site");
        return (site.isEmpty() ? connection.address("base-url").toString() : site)
                .replaceFirst("^https?://", "")
                .replaceFirst("/wp-json(/wp/v2)?$", "");
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        if (connection.secret(Badge.SECRET).isPresent()
                != !connection.setting("username").isEmpty()) {
            return Optional.of("The user name and the application password go together.");
        }
        return connection.list("types").stream().allMatch(t -> t.matches("[a-z0-9_-]{1,60}"))
                ? Optional.empty()
                : Optional.of("Kinds of posts are words as the API has them: posts, pages.");
    }

    @Override
    public String look(Line line) {
        var site = Site.find(line);
        var who =
                Badge.of(line.connection()).isEmpty()
                        ? "It is read as anybody may. "
                        : "Signed in as %s. "
                                .formatted(
                                        line.ask(site.get(line, "users/me"))
                                                .json()
                                                .path("name")
                                                .asString(""));
        var latest = line.ask(site.get(line, "posts").query("per_page", "1")).json();
        return who
                + (latest.isEmpty()
                        ? "There are no posts yet."
                        : "The latest post is: "
                                + WordpressAnswers.title(latest.path(0).path("title")));
    }

    @Override
    public Optional<Counting> counting() {
        return Optional.of(new WordpressCounting());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new WordpressPulls(line).from(from);
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new WordpressActs());
    }
}
