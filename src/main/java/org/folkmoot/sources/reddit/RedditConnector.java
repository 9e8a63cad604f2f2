package org.folkmoot.sources.reddit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Grant;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// Subreddits, connected by an app of one's own.
@Component
final class RedditConnector implements Connector {

    @Override
    public String platform() {
        return "reddit";
    }

    @Override
    public String title() {
        return "Reddit";
    }

    @Override
    public String words() {
        return "Posts and comments of subreddits; for their moderators also reports, the moderation log and modmail.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "Signed in as a moderator's account, open reddit.com/prefs/apps and choose create another app, script. Reddit may want to approve it first.",
                "Copy the id below its name and the secret, and give both here with that account's name and password. An account with two-factor authentication signs in with the button instead.",
                "Name the subreddits. Who moderates them there sees reports, the log and modmail here.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.STATISTICS,
                Ability.POST,
                Ability.REPLY,
                Ability.MODERATE);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.list("subreddits", "Subreddits", "Their names, with or without r/.")
                        .required(),
                Setting.words("client-id", "App's id", "As it stands below the app's name.", ""),
                Setting.words(
                        "username",
                        "Account",
                        "In whose name the app works; what we write is by this account.",
                        ""),
                Setting.words(
                        "user-agent",
                        "Who asks",
                        "Reddit wants every program to say what it is and whose. Empty for a name made of the account's.",
                        ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Reddit has it.",
                        "https://oauth.reddit.com"),
                Setting.address(
                        "token-url",
                        "Address of the tokens",
                        "As Reddit has it.",
                        "https://www.reddit.com/api/v1/access_token"),
                Setting.address(
                        "authorize-url",
                        "Address of the consent",
                        "As Reddit has it.",
                        "https://www.reddit.com/api/v1/authorize"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "App's secret",
                        "With it and the app's id we get a token for a day at a time."),
                Credential.optional(
                        "password",
                        "Account's password",
                        "Only for an app of the kind script. Without it, and without a consent, only what is public is read.",
                        "identity, to know whose token it is",
                        "read, for posts and comments",
                        "history, to find what we wrote when an answer was lost",
                        "modlog, for the moderation log",
                        "modposts, for the queue and reports, and to approve and remove from here",
                        "modmail, for modmail",
                        "submit and edit, only if you want to write from here",
                        "modcontributors, only if you want to ban from here"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Instead of the password, if you have one of a lasting consent."),
                Credential.optional(
                        "token", "Token", "Instead of all that, a token that you renew yourself."));
    }

    @Override
    public Manners manners() {
        return new RedditManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return RedditApi.subreddits(connection).stream()
                .map(name -> "r/" + name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        return RedditApi.subreddits(connection).stream()
                .filter(name -> !name.matches("\\w{2,30}"))
                .findFirst()
                .map(name -> "There can be no subreddit %s.".formatted(name));
    }

    @Override
    public String look(Line line) {
        var name = RedditApi.subreddits(line.connection()).getFirst();
        var api = new RedditApi(line);
        var about = line.ask(api.get("/r/%s/about".formatted(name))).json().path("data");
        return "r/%s is there: %s members."
                .formatted(name, about.path("subscribers").asString("?"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new RedditPulls(line).from(from);
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new RedditGrant());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new RedditActs());
    }
}
