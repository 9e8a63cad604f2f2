package org.folkmoot.sources.zoom;

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

/// A Zoom account, connected by a server-to-server app of one's own.
@Component
final class ZoomConnector implements Connector {

    @Override
    public String platform() {
        return "zoom";
    }

    @Override
    public String title() {
        return "Zoom";
    }

    @Override
    public String words() {
        return "Scheduled meetings and webinars, who registered for them and who was there.";
    }

    @Override
    public List<String> steps() {
        return ZoomNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.EVENTS,
                Ability.LISTEN,
                Ability.HOST,
                Ability.CONTACTS);
    }

    @Override
    public List<Setting> settings() {
        return ZoomNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return ZoomNeeds.secrets();
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        var app =
                !connection.setting("account-id").isEmpty()
                        && !connection.setting("client-id").isEmpty()
                        && connection.secret("client-secret").isPresent();
        return app || connection.secret("token").isPresent()
                ? Optional.empty()
                : Optional.of(
                        "Zoom wants the app's Account ID, Client ID and Client Secret, or an access token.");
    }

    @Override
    public Manners manners() {
        return new ZoomManners();
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new ZoomGrant());
    }

    @Override
    public String nameOf(Connection connection) {
        return ("Zoom " + connection.setting("account-id")).strip();
    }

    /// Also an app that may not read users may read meetings.
    @Override
    public String look(Line line) {
        var ask = new ZoomApi(line).list("/users/me/meetings", ZoomApi.MEDIUM, "");
        var page = line.ask(ask.query("type", "upcoming")).json();
        var first = JsonRows.text(page.path("meetings").path(0), "topic");
        return first.isEmpty()
                ? "Signed in; nothing is coming up for the app's own user."
                : "Signed in; coming up: %s.".formatted(first);
    }

    @Override
    public Pull pull(Line line, String from) {
        return new ZoomPulls(line).from(from);
    }

    /// A round takes some requests for each meeting that is near.
    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new ZoomCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new ZoomActs());
    }
}
