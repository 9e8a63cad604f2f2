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
        return List.of(
                "On dev.twitch.tv/console/apps choose Register Your Application, with the redirect address shown here and the type Confidential.",
                "Copy its Client ID, choose New Secret, and copy that as well.",
                "Type the channel's name and connect. As an app alone we read streams, videos and clips; for the rest sign in as the channel's owner or a moderator.",
                "Have it call us, so that the chat, follows and subscriptions are told at once.");
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
                        "Its user name, or the address of its page. Empty for the one of whoever signs in.",
                        ""),
                Setting.words("client-id", "Client ID", "Of the app; no secret.", "").required(),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Twitch has it.",
                        "https://api.twitch.tv/helix"),
                Setting.address(
                        "token-url",
                        "Address for tokens",
                        "As Twitch has it.",
                        "https://id.twitch.tv/oauth2/token"),
                Setting.address(
                        "authorize-url",
                        "Address for signing in",
                        "As Twitch has it.",
                        "https://id.twitch.tv/oauth2/authorize"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Client secret",
                        "Of the app. Needed unless you give an access token of your own.",
                        "moderator:read:followers, for followers",
                        "channel:read:subscriptions, for subscribers (of the owner alone)",
                        "moderator:read:chatters, for who watches a stream",
                        "moderation:read, for bans and moderators (of the owner alone)",
                        "user:read:chat and bits:read, to hear of chat and cheers at once",
                        "user:write:chat and moderator:manage:announcements, only to write from here",
                        "moderator:manage:banned_users and moderator:manage:chat_messages, only to moderate from here",
                        "channel:manage:schedule, only to plan streams from here"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "If you have one already; signing in brings it by itself."),
                Credential.optional(
                        "token",
                        "Access token",
                        "One that you look after yourself, in place of signing in."),
                Credential.optional(
                        TwitchCalls.SECRET,
                        "Secret of the calls",
                        "10 to 100 letters of your own: Twitch signs its calls with them. Without it every call is refused."));
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
