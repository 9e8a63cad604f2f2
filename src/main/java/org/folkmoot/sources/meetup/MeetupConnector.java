package org.folkmoot.sources.meetup;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// Meetup groups, connected by an organiser with a Pro subscription.
@Component
final class MeetupConnector implements Connector {

    @Override
    public String platform() {
        return "meetup";
    }

    @Override
    public String title() {
        return "Meetup";
    }

    @Override
    public String words() {
        return "Members and events of your groups, who says they come and who came.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "With Meetup Pro, open meetup.com/api/oauth/list and choose Create new client; give it the redirect address shown here.",
                "Copy its Key and its Secret to here.",
                "Choose Sign in at Meetup here, as an organiser of the groups.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.PEOPLE, Ability.ACTIVITY, Ability.EVENTS, Ability.HOST);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.list(
                                "groups",
                                "Groups",
                                "As in their addresses: of meetup.com/lantern-society this is lantern-society.")
                        .required(),
                Setting.words("client-id", "Key", "Of the OAuth client.", ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Meetup has it.",
                        "https://api.meetup.com/gql-ext"),
                Setting.address(
                        "token-url",
                        "Address for tokens",
                        "As Meetup has it.",
                        "https://secure.meetup.com/oauth2/access"),
                Setting.address(
                        "authorize-url",
                        "Address for signing in",
                        "As Meetup has it.",
                        "https://secure.meetup.com/oauth2/authorize"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Secret",
                        "Of the OAuth client. With it access is renewed every hour.",
                        "ageless, so that access outlives two weeks",
                        "basic, for groups, members, events and answers",
                        "event_management, only to make and announce events from here"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Only if you signed in elsewhere and have one: it is good for once, and a new one is kept."),
                Credential.optional(
                        "token",
                        "Access token",
                        "Only to try it out: it ends after an hour, and takes the place of signing in."));
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        return connection.secret("token").isPresent() || !connection.setting("client-id").isEmpty()
                ? Optional.empty()
                : Optional.of("Meetup wants the key and secret of an OAuth client.");
    }

    @Override
    public Manners manners() {
        return new MeetupManners();
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new MeetupGrant());
    }

    @Override
    public String nameOf(Connection connection) {
        return String.join(", ", connection.list("groups"));
    }

    @Override
    public String look(Line line) {
        var name = line.connection().list("groups").getFirst();
        var group =
                new MeetupApi(line)
                        .ask(MeetupApi.GROUP, Map.of("urlname", name))
                        .path("groupByUrlname");
        return JsonRows.text(group, "id").isEmpty()
                ? "Meetup answers; it does not know a group %s.".formatted(name)
                : "Signed in; %s is there.".formatted(JsonRows.text(group, "name"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new MeetupPulls(line).from(from);
    }

    /// Each list costs points, of five hundred a minute.
    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new MeetupActs());
    }
}
