package org.folkmoot.sources.discourse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// A Discourse forum, connected by an API key.
@Component
final class DiscourseConnector implements Connector {

    @Override
    public String platform() {
        return "discourse";
    }

    @Override
    public String title() {
        return "Discourse";
    }

    @Override
    public String words() {
        return "Topics, posts, answers that were accepted, people and their groups.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "In your forum, as an admin, open Admin, API, New API key.",
                "Choose User level: Single user, with a user who may read all that you want here, and Scope: Global or Granular with the permissions below. Save, and copy the key.",
                "For calls at once: Admin, API, Webhooks, New webhook, with the address shown here after connecting, Content type application/json and a secret that you also type here.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.REACT,
                Ability.MODERATE);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.address(
                        "base-url",
                        "Address of the forum",
                        "Such as https://forum.example.org.",
                        ""),
                Setting.words(
                        "username",
                        "User of the key",
                        "In whose name the key works; what we post is by this user.",
                        "system"),
                Setting.words(
                        "forum",
                        "Name of the forum's host",
                        "Only if people know it by another than the address above, or you imported it under another.",
                        ""));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "api-key",
                        "API key",
                        "Made under Admin, API. With it we read the forum, and post when you do so here.",
                        "topics: read, for topics and posts",
                        "posts: list, for what is new",
                        "users: list, for people; without it only those in the directory are known",
                        "topics: write, only if you want to reply from here",
                        "a global key of a moderator, only to moderate from here"),
                Credential.optional(
                        "webhook-secret",
                        "Secret of the webhook",
                        "The forum signs its calls with it. Without it every call is refused."));
    }

    @Override
    public Manners manners() {
        return new DiscourseManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return DiscourseApi.host(connection);
    }

    @Override
    public String look(Line line) {
        var api = new DiscourseApi(line);
        var latest = line.ask(api.get("/latest.json")).json();
        var topics = latest.path("topic_list").path("topics");
        return topics.isEmpty()
                ? "%s answers; it has no topics yet.".formatted(api.host())
                : "%s answers. Its latest topic is: %s"
                        .formatted(api.host(), topics.path(0).path("title").asString(""));
    }

    @Override
    public Optional<Counting> counting() {
        return Optional.of(new DiscourseCounting());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new DiscoursePulls(line).from(from);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new DiscourseCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new DiscourseActs());
    }
}
