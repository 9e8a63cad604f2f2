package org.folkmoot.sources.discord;

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

/// A Discord server, connected by a bot of one's own.
@Component
final class DiscordConnector implements Connector {

    @Override
    public String platform() {
        return "discord";
    }

    @Override
    public String title() {
        return "Discord";
    }

    @Override
    public String words() {
        return "Members, channels, threads and forums, messages, reactions, scheduled events and what moderators did, of a server that your bot is on.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "On discord.com/developers/applications choose New Application, then Bot: switch on Server Members Intent and Message Content Intent, choose Reset Token and copy it.",
                "Under OAuth2, URL Generator choose the scope bot and the permissions View Channels, Read Message History and View Audit Log; to act from here also Send Messages, Send Messages in Threads, Add Reactions, Manage Messages, Moderate Members, Ban Members, Manage Roles and Create Events. Open the address it makes and choose your server.",
                "In Discord, under User Settings, Advanced, switch on Developer Mode; then a right click on the server's name offers Copy Server ID.",
                "If your app takes part in the Social SDK: on the page Webhooks give the address shown here after connecting, and below General Information copy the Public Key.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.EVENTS,
                Ability.STATISTICS,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.REACT,
                Ability.MODERATE,
                Ability.HOST);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.words(
                        "guild",
                        "Server ID",
                        "May be left empty where the bot is on one server only.",
                        ""),
                Setting.list(
                        "channels",
                        "Channels",
                        "Names or ids of channels or categories, if it shall not be all that the bot may see."),
                Setting.words(
                        "reactions",
                        "Reactions",
                        "people: who reacted, which takes a request for each emoji under a message. numbers: only how many.",
                        "people"),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Discord has it.",
                        "https://discord.com/api/v10"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Bot token",
                        "With it we read the server as your bot, and act when you do so here.",
                        "View Channels and Read Message History, for channels and messages",
                        "View Audit Log, for bans, kicks, time-outs and deletions by moderators",
                        "Server Members Intent, for members; without it only who wrote or reacted is known",
                        "Message Content Intent, for what messages say; without it they are empty",
                        "Send Messages, Send Messages in Threads and Add Reactions, only if you want to post, reply and react from here",
                        "Manage Messages, Moderate Members, Ban Members and Manage Roles, only if you want to moderate from here",
                        "Create Events, only if you want to announce events from here"),
                Credential.optional(
                        "public-key",
                        "Public Key",
                        "Of the app's page General Information: Discord's calls are believed by it. Without it every call is refused."));
    }

    @Override
    public Manners manners() {
        return new DiscordManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var guild = connection.setting("guild");
        return guild.isEmpty() ? "Discord" : "Discord " + guild;
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        var guild = connection.setting("guild");
        return guild.isEmpty() || guild.matches("\\d{1,20}")
                ? Optional.empty()
                : Optional.of(
                        "A Server ID is a number: right click on the server, Copy Server ID.");
    }

    @Override
    public String look(Line line) {
        var api = new DiscordApi(line);
        var guild = api.guild();
        if (guild.isEmpty()) {
            return "The bot is on no server, or on several: invite it, or give the server's id.";
        }
        var server = line.ask(api.get("/guilds/" + guild.get() + "?with_counts=true")).json();
        return "The bot is on %s, which has about %d members."
                .formatted(
                        server.path("name").asString("the server"),
                        server.path("approximate_member_count").asInt(0));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new DiscordPulls(line).from(from);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new DiscordCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new DiscordActs());
    }
}
