package org.folkmoot.sources.discord;

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
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.folkmoot.sources.Streaming;
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
        return DiscordNeeds.steps();
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
        return DiscordNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return DiscordNeeds.secrets();
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
        return "The bot is on %s, which has about %d members.%s"
                .formatted(
                        server.path("name").asString("the server"),
                        server.path("approximate_member_count").asInt(0),
                        DiscordIntents.missing(api));
    }

    @Override
    public Optional<Counting> counting() {
        return Optional.of(new DiscordCounting());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new DiscordPulls(line).from(from);
    }

    @Override
    public Optional<Offering> offering() {
        return Optional.of(new DiscordOffers());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new DiscordCalls());
    }

    @Override
    public Optional<Streaming> streaming() {
        return Optional.of(new Gateway());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new DiscordActs());
    }
}
