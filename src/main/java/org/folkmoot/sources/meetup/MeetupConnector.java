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
        return MeetupNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.PEOPLE, Ability.ACTIVITY, Ability.EVENTS, Ability.HOST);
    }

    @Override
    public List<Setting> settings() {
        return MeetupNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return MeetupNeeds.secrets();
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
