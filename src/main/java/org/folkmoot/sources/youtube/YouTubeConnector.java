package org.folkmoot.sources.youtube;

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

/// A YouTube channel: read with a key, and moderated by whoever signs in to it.
@Component
final class YouTubeConnector implements Connector {

    @Override
    public String platform() {
        return "youtube";
    }

    @Override
    public String title() {
        return "YouTube";
    }

    @Override
    public String words() {
        return "A channel's videos with their figures, all comments and replies, and the chat of what is live.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "On console.cloud.google.com make a project, and under APIs & Services, Library, enable the YouTube Data API v3.",
                "To read: under Credentials choose Create credentials, API key, and restrict it to that API. Type the channel's id or handle.",
                "To reply and moderate as well: there choose OAuth client ID, Web application, give it the redirect address shown here, copy its client ID and client secret, and sign in with the channel's account.",
                "To hear of new videos at once: think up a secret for the webhook, and choose that it shall call us.");
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
                Ability.MODERATE,
                Ability.HOST);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.words(
                        "channel",
                        "Channel",
                        "Its id (UC...), its handle (@folkmoot) or the address of its page. Empty for the one of whoever signs in.",
                        ""),
                Setting.words(
                        "daily-units",
                        "Units a day",
                        "How many of the project's units this connection may use. Give less than the project has to leave some for replies, of which each costs 50.",
                        "10000"),
                Setting.words(
                        "client-id",
                        "OAuth client ID",
                        "Only if you want to reply and moderate from here.",
                        ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Google has it.",
                        "https://youtube.googleapis.com"),
                Setting.address(
                        "token-url",
                        "Address for tokens",
                        "As Google has it.",
                        "https://oauth2.googleapis.com/token"),
                Setting.address(
                        "authorize-url",
                        "Address for signing in",
                        "As Google has it.",
                        "https://accounts.google.com/o/oauth2/v2/auth"),
                Setting.address(
                        "hub-url",
                        "Address of the hub",
                        "Where one subscribes to news of a channel, as Google has it.",
                        "https://pubsubhubbub.appspot.com/subscribe"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "api-key",
                        "API key",
                        "With it we read what anyone may see. Needed unless you sign in.",
                        "YouTube Data API v3, and nothing else, for videos and comments"),
                Credential.optional(
                        "client-secret",
                        "OAuth client secret",
                        "Belongs to the OAuth client ID.",
                        "youtube.force-ssl, to reply, to moderate comments and to announce broadcasts"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "If you have one already; signing in brings it by itself."),
                Credential.optional(
                        "token",
                        "Access token",
                        "One that you look after yourself, in place of signing in. Google's hold for an hour."),
                Credential.optional(
                        YouTubeCalls.SECRET,
                        "Secret of the webhook",
                        "Any words of your own: the hub signs its calls with them. Without it every call is refused."));
    }

    @Override
    public Manners manners() {
        return new YouTubeManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var channel = YouTubeApi.channel(connection);
        return channel.isEmpty() ? "YouTube" : "YouTube: " + channel;
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        var signedIn = connection.secret("token").isPresent() || YouTubeApi.isSignedIn(connection);
        if (!signedIn && connection.secret("api-key").isEmpty()) {
            return Optional.of("Give an API key (the secret api-key), or a client ID to sign in.");
        }
        if (!signedIn && YouTubeApi.channel(connection).isEmpty()) {
            return Optional.of("Say which channel (the setting channel).");
        }
        return connection.setting("daily-units").matches("\\d{1,9}")
                ? Optional.empty()
                : Optional.of("The units a day are a number, such as 10000.");
    }

    @Override
    public String look(Line line) {
        return new YouTubeApi(line)
                .channel()
                .map(
                        row ->
                                "YouTube answers. The channel is %s, with %s videos."
                                        .formatted(
                                                row.path("snippet").path("title").asString("?"),
                                                row.path("statistics")
                                                        .path("videoCount")
                                                        .asString("?")))
                .orElse("YouTube answers, and knows no such channel. Check its id or handle.");
    }

    @Override
    public Pull pull(Line line, String from) {
        return new YouTubePulls(line).from(from);
    }

    /// So that a day of asking when nothing is new costs a twentieth of its units.
    @Override
    public Duration pause() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new YouTubeGrant());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new YouTubeCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new YouTubeActs());
    }
}
