package org.folkmoot.sources.eventbrite;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.intake.JsonRows;
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

/// Eventbrite organisations, connected by the private token of a member.
@Component
final class EventbriteConnector implements Connector {

    @Override
    public String platform() {
        return "eventbrite";
    }

    @Override
    public String title() {
        return "Eventbrite";
    }

    @Override
    public String words() {
        return "Events of your organisations, who registered, who came, and who bought tickets for others.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "On eventbrite.com open Account Settings, Developer Links, API Keys, and choose Create API Key. Its approval may take a moment.",
                "Open the key, choose Show API key, client secret and tokens, and copy the Private token.",
                "Once it is connected, let Eventbrite call: the button here asks it to, or enter the address shown here under Account Settings, Developer Links, Webhooks.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE, Ability.ACTIVITY, Ability.EVENTS, Ability.LISTEN, Ability.HOST);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.list(
                        "organizations",
                        "Organisations",
                        "Names or numbers, if it shall not be all that the token knows."),
                Setting.words(
                        "currency",
                        "Currency",
                        "Of the events that are made from here, as ISO 4217 writes it.",
                        "EUR"),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Eventbrite has it.",
                        "https://www.eventbriteapi.com/v3"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Private token",
                        "With it we read events, attendees and orders, and make events when you do so here. Eventbrite has no lesser kind: it may do what its member may.",
                        "a member whose role may see events, attendees and orders",
                        "a role that may create and edit events, only if you want to make them from here"));
    }

    @Override
    public Manners manners() {
        return new EventbriteManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var named = connection.setting("organizations");
        return named.isEmpty() ? "Eventbrite" : "Eventbrite " + named;
    }

    @Override
    public String look(Line line) {
        var api = new EventbriteApi(line);
        var me = line.ask(api.get("/users/me/")).json();
        return "Signed in as %s, with %d organisations."
                .formatted(JsonRows.text(me, "name"), EventbriteActs.organizations(api).size());
    }

    @Override
    public Optional<Counting> counting() {
        return Optional.of(new EventbriteCounting());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new EventbritePulls(line).from(from);
    }

    /// A round takes two requests for each event that is near, of some thousand an hour.
    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new EventbriteCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new EventbriteActs());
    }
}
