package org.folkmoot.sources.twitch;

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

/// A Twitch channel, connected by an app of one's own.
@Component
final class TwitchConnector implements Connector {

    @Override
    public String platform() {
        return "twitch";
    }

    @Override
    public String title() {
        return "Twitch";
    }

    @Override
    public String words() {
        return "A channel's followers, subscribers, streams and their viewers, videos, clips and bans; its chat, once Twitch calls us.";
    }

    @Override
    public List<String> steps() {
        return TwitchNeeds.steps();
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
        return TwitchNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return TwitchNeeds.secrets();
    }

    @Override
    public Manners manners() {
        return new TwitchManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var login = TwitchApi.login(connection);
        return login.isEmpty() ? "Twitch" : "Twitch: " + login;
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        return connection.secret("client-secret").isEmpty() && connection.secret("token").isEmpty()
                ? Optional.of("Give the app's client secret, or an access token.")
                : Optional.empty();
    }

    @Override
    public String look(Line line) {
        var api = new TwitchApi(line);
        var login = TwitchApi.login(line.connection());
        var me = api.user("").path("login").asString("");
        var channel = login.isEmpty() ? me : api.user(login).path("login").asString("");
        if (channel.isEmpty()) {
            return "Twitch answers, and knows no such channel. Check its name.";
        }
        return me.isEmpty()
                ? "Twitch answers, and %s is there. Sign in for followers and chat."
                        .formatted(channel)
                : "Signed in as %s; %s is there.".formatted(me, channel);
    }

    @Override
    public Pull pull(Line line, String from) {
        return new TwitchPulls(line).from(from);
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new TwitchGrant());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new TwitchCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new TwitchActs());
    }
}
