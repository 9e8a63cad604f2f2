package org.folkmoot.sources.hopin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.connectors.intake.JsonRows;
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

/// Hopin's organisations, as RingCentral Events has them.
@Component
final class HopinConnector implements Connector {

    @Override
    public String platform() {
        return "hopin";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("ringcentral", "ringcentral-events");
    }

    @Override
    public String title() {
        return "Hopin (RingCentral Events)";
    }

    @Override
    public String words() {
        return "Events of your organisations, their sessions, who registered, and who came as far as it is told.";
    }

    @Override
    public List<String> steps() {
        return HopinNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE, Ability.ACTIVITY, Ability.EVENTS, Ability.LISTEN, Ability.CONTACTS);
    }

    @Override
    public List<Setting> settings() {
        return HopinNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return HopinNeeds.secrets();
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        var client =
                !connection.setting("client-id").isEmpty()
                        && connection.secret("client-secret").isPresent();
        return client || connection.secret("token").isPresent()
                ? Optional.empty()
                : Optional.of(
                        "RingCentral Events wants either a client id with its secret or an access token.");
    }

    @Override
    public Manners manners() {
        return new HopinManners();
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new HopinGrant());
    }

    @Override
    public String nameOf(Connection connection) {
        var named = connection.setting("organizations");
        return named.isEmpty() ? "RingCentral Events" : "RingCentral Events " + named;
    }

    @Override
    public String look(Line line) {
        var page = line.ask(new HopinApi(line).get("/v1/organizations")).json();
        var first = page.path("data").path(0);
        return first.isMissingNode()
                ? "RingCentral Events answers; it shows no organisation."
                : "Signed in; %s is there.".formatted(JsonRows.text(HopinApi.about(first), "name"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new HopinPulls(line).from(from);
    }

    /// A round takes two requests for each event that is near.
    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new HopinCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new HopinActs());
    }
}
