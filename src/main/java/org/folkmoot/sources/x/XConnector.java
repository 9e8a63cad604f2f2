package org.folkmoot.sources.x;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Grant;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// An account on X, connected by an app of one's own. Reading costs money there.
@Component
final class XConnector implements Connector {

    @Override
    public String platform() {
        return "x";
    }

    @Override
    public String title() {
        return "X";
    }

    @Override
    public String words() {
        return "Mentions of an account, its posts and their replies, searches and followers. X charges for each of them that is read.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "In X's developer console make an app, with User authentication settings: read and write, type Web App, and the address shown here as its callback. Buy credits, as X charges for what is read.",
                "Copy the OAuth 2.0 Client ID and Client Secret here, and sign in with the button. To only read, the app's Bearer Token as token will do.",
                "Say how much may be read in a month.",
                "For calls at once, give the app's API Key Secret and its Bearer Token here, and press the button after connecting.");
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
                Setting.words(
                        "username",
                        "Account",
                        "Such as @folkmoot. Needed with a token that belongs to no account.",
                        ""),
                Setting.list(
                        "searches",
                        "Searches",
                        "What else is looked for in the last seven days, in X's own words: folkmoot lang:en."),
                Setting.words(
                        "monthly-reads",
                        "Reads in a month",
                        "Posts and people that may be read, each of which X charges for. When they are used up, nothing is read until the next month.",
                        "10000"),
                Setting.words(
                        "followers",
                        "Followers",
                        "Whether they are read, once a day: yes or no.",
                        "yes"),
                Setting.words("client-id", "Client ID", "Of the app, for signing in.", ""),
                Setting.address(
                        "base-url", "Address of the API", "As X has it.", "https://api.x.com"),
                Setting.address(
                        "token-url",
                        "Address of the tokens",
                        "As X has it.",
                        "https://api.x.com/2/oauth2/token"),
                Setting.address(
                        "authorize-url",
                        "Address of the consent",
                        "As X has it.",
                        "https://x.com/i/oauth2/authorize"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Client Secret",
                        "Of the app. With the account's consent we get tokens for two hours at a time.",
                        "tweet.read and users.read, for mentions, posts and people",
                        "follows.read, for followers",
                        "offline.access, to go on without you",
                        "tweet.write, only if you want to post from here",
                        "tweet.moderate.write, only if you want to hide replies from here",
                        "like.write, only if you want to like from here"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Instead of the button, if you have one. It is used once, and then replaced."),
                Credential.optional(
                        "token",
                        "Token",
                        "Instead of all that: the app's Bearer Token, which only reads, or an account's own."),
                Credential.optional(
                        "consumer-secret",
                        "API Key Secret",
                        "X signs its calls with it. Without it every call is refused."),
                Credential.optional(
                        "app-token",
                        "Bearer Token",
                        "Of the app itself, only so that we can ask X to call us."));
    }

    @Override
    public Manners manners() {
        return new XManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var named = connection.setting("username").replaceFirst("^@", "");
        return named.isEmpty() ? "X" : "@" + named;
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        if (!connection.setting("username").matches("@?\\w{0,15}")) {
            return Optional.of("An account's name has up to fifteen letters, digits and _.");
        }
        return connection.setting("monthly-reads").matches("\\d{1,9}")
                ? Optional.empty()
                : Optional.of("Reads in a month must be a number.");
    }

    @Override
    public String look(Line line) {
        var user = new XApi(line).account().path("data");
        return user.isMissingNode()
                ? "X does not know this account."
                : "@%s is there, with %s followers."
                        .formatted(
                                user.path("username").asString("?"),
                                user.path("public_metrics").path("followers_count").asString("?"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new XPulls(line).from(from);
    }

    /// Longer than elsewhere, as reading costs.
    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new XGrant());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new XCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new XActs());
    }
}
