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
        return List.of(
                "On marketplace.zoom.us choose Develop, Build App, Server-to-Server OAuth App, and give it a name.",
                "Copy Account ID, Client ID and Client Secret of App Credentials.",
                "Under Scopes add those named below, then activate the app.",
                "Under Feature switch Event Subscriptions on, with the address shown here after connecting; copy the Secret Token above them, give it here, then choose Validate.");
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
        return List.of(
                Setting.words("account-id", "Account ID", "Of the app's credentials.", "")
                        .required(),
                Setting.words("client-id", "Client ID", "Of the app's credentials.", "").required(),
                Setting.list(
                        "users",
                        "Hosts",
                        "Their addresses, if it shall not be everybody in the account. What is made from here is hosted by the first."),
                Setting.list(
                        "meetings",
                        "Meetings",
                        "Their numbers, if it shall not be all that are scheduled."),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Zoom has it.",
                        "https://api.zoom.us/v2"),
                Setting.address(
                        "token-url",
                        "Address for tokens",
                        "As Zoom has it.",
                        "https://zoom.us/oauth/token"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "client-secret",
                        "Client Secret",
                        "Of the app's credentials. With it we get a token for an hour at a time.",
                        "user:read:list_users:admin, for hosts by name",
                        "meeting:read:list_meetings:admin, meeting:read:meeting:admin, webinar:read:list_webinars:admin and webinar:read:webinar:admin, for what is scheduled",
                        "meeting:read:list_registrants:admin and webinar:read:list_registrants:admin, for who registered",
                        "report:read:user:admin, report:read:list_meeting_participants:admin and report:read:list_webinar_participants:admin, for who was there; or meeting:read:list_past_instances:admin and meeting:read:list_past_participants:admin where the plan has no reports",
                        "meeting:write:meeting:admin, webinar:write:webinar:admin, meeting:write:registrant:admin and webinar:write:registrant:admin, only to make events and register people from here"),
                Credential.optional(
                        "webhook-secret",
                        "Secret Token",
                        "Zoom signs its calls with it. Without it every call is refused."));
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
        return "Zoom " + connection.setting("account-id");
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
