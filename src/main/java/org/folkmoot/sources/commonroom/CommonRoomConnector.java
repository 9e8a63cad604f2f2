package org.folkmoot.sources.commonroom;

import java.time.Duration;
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

/// A room of Common Room.
@Component
final class CommonRoomConnector implements Connector {

    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Override
    public String platform() {
        return "commonroom";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("common-room");
    }

    @Override
    public String title() {
        return "Common Room";
    }

    @Override
    public String words() {
        return "Contacts with their companies, segments and tags, and their activities.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "As an admin open Settings, API tokens, choose New Token, and copy it.",
                "For calls: Settings, Webhooks, make one with the address shown here after connecting and a secret that you also type here; then Workflows, New contact and New activity, and choose that webhook.",
                "To push people and activities from here: Settings, Signals, make an API signal, and copy its destination source id.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE, Ability.ACTIVITY, Ability.LISTEN, Ability.POST, Ability.CONTACTS);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.words(
                        "signal",
                        "Destination source id",
                        "The number of the API signal into which we push; only for that.",
                        ""),
                Setting.words(
                        "activity-type",
                        "Kind of what we push",
                        "One of your room's activity types.",
                        "posted_message"),
                Setting.words(
                        "source",
                        "Name of the room here",
                        "It is part of every id: with two rooms give the second another one, the same that its imports were given.",
                        "commonroom"),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Common Room has it.",
                        "https://api.commonroom.io/community/v2"),
                new Setting(
                        "core-url",
                        "Address of the Core API",
                        "Only if it is not beside the other as v1.",
                        "",
                        Setting.Shape.ADDRESS,
                        false));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "API token",
                        "With it we read contacts and activities, and push when you do so here. Common Room's tokens know no scopes."),
                Credential.optional(
                        "webhook-secret",
                        "Secret of the webhook",
                        "Common Room shows it with every call. Without it every call is refused."));
    }

    @Override
    public Manners manners() {
        return new CommonRoomManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var source = CommonRoomApi.source(connection);
        return source.equals("commonroom") ? "Common Room" : source;
    }

    @Override
    public String look(Line line) {
        var token = line.ask(new CommonRoomApi(line).get("/api-token-status")).json();
        return "Signed in to %s.".formatted(token.path("communityName").asString("Common Room"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new CommonRoomPulls(line).from(from);
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new CommonRoomCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new CommonRoomActs());
    }
}
