package org.folkmoot.sources.youtube;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Counting;
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
        return YouTubeNeeds.steps();
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
        return YouTubeNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return YouTubeNeeds.secrets();
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
    public Optional<Counting> counting() {
        return Optional.of(new YouTubeCounting());
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
