package org.folkmoot.sources.mastodon;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// An account on Mastodon, or on any instance that speaks as Mastodon does.
@Component
final class MastodonConnector implements Connector {

    @Override
    public String platform() {
        return "mastodon";
    }

    @Override
    public String title() {
        return "Mastodon";
    }

    @Override
    public String words() {
        return "Your account's posts and their answers, mentions, boosts, favourites and followers, the posts of tags and lists, and the reports that moderators get.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "On your instance open Preferences, Development, New application. Call it Folkmoot and choose the scopes named below.",
                "Open the application and copy Your access token.",
                "If you run the instance: under Administration, Webhooks add the address shown here after connecting, choose the events, and copy the Signing secret of the webhook.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.STATISTICS,
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
                        "Address of the instance",
                        "Such as https://mastodon.example.org.",
                        ""),
                Setting.list("tags", "Tags", "Whose posts are read, such as opensource."),
                Setting.list(
                        "lists", "Lists", "Numbers of lists of the account whose posts are read."),
                Setting.words(
                        "domain",
                        "Domain of its accounts",
                        "Only if accounts are called otherwise than after the address above.",
                        ""),
                Setting.words(
                        "visibility",
                        "Who sees what we post",
                        "public, unlisted or private.",
                        "public"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Access token",
                        "With it we read as your account, and post when you do so here.",
                        "read:accounts, for the account and its followers",
                        "read:statuses, for posts, threads and tags",
                        "read:notifications, for mentions, boosts, favourites and new followers",
                        "read:lists, only for lists",
                        "read:search, to answer posts of other instances",
                        "write:statuses and write:favourites, only if you want to post and react from here",
                        "admin:read:reports, only if the account moderates the instance",
                        "admin:read:accounts and admin:write:accounts, only if you want to limit or suspend from here"),
                Credential.optional(
                        "webhook-secret",
                        "Signing secret",
                        "The instance signs its calls with it. Without it every call is refused."));
    }

    @Override
    public Manners manners() {
        return new MastodonManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return String.valueOf(connection.address("base-url").getHost());
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        var visibility = connection.setting("visibility");
        return Set.of("public", "unlisted", "private").contains(visibility)
                ? Optional.empty()
                : Optional.of("What we post may be public, unlisted or private.");
    }

    @Override
    public String look(Line line) {
        var me = new MastodonApi(line).me();
        return "Signed in as @%s, who wrote %d posts and has %d followers."
                .formatted(
                        Names.of(line).of(me),
                        me.path("statuses_count").asInt(0),
                        me.path("followers_count").asInt(0));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new MastodonPulls(line).from(from);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new MastodonCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new MastodonActs());
    }
}
