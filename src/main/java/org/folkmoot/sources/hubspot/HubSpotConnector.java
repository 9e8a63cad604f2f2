package org.folkmoot.sources.hubspot;

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

/// A HubSpot account, connected by a private app of one's own.
@Component
final class HubSpotConnector implements Connector {

    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Override
    public String platform() {
        return "hubspot";
    }

    @Override
    public String title() {
        return "HubSpot";
    }

    @Override
    public String words() {
        return "Contacts with their companies and lists, and who registered for marketing events and attended them.";
    }

    @Override
    public List<String> steps() {
        return HubSpotNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.EVENTS,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.MODERATE,
                Ability.CONTACTS);
    }

    @Override
    public List<Setting> settings() {
        return HubSpotNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return HubSpotNeeds.secrets();
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        var signsIn =
                connection.secret("client-secret").isPresent()
                        && !connection.setting("client-id").isEmpty();
        return connection.secret("token").isPresent() || signsIn
                ? Optional.empty()
                : Optional.of("Give the access token of a private app: the secret token.");
    }

    @Override
    public Manners manners() {
        return new HubSpotManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var account = connection.setting("account");
        return account.isEmpty() ? "HubSpot" : "HubSpot " + account;
    }

    @Override
    public String look(Line line) {
        var api = new HubSpotApi(line);
        var page = line.ask(api.get(HubSpotApi.CONTACTS).query("limit", "1")).json();
        return page.path("results").isEmpty()
                ? "HubSpot answers; it has no contacts yet."
                : "HubSpot answers, and shows its contacts.";
    }

    @Override
    public Optional<Counting> counting() {
        return Optional.of(new HubSpotCounting());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new HubSpotPulls(line).from(from);
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new HubSpotGrant());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new HubSpotCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new HubSpotActs());
    }
}
