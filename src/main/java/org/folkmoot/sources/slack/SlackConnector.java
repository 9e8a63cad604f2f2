package org.folkmoot.sources.slack;

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
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// A Slack workspace, connected by an app of one's own.
@Component
final class SlackConnector implements Connector {

    @Override
    public String platform() {
        return "slack";
    }

    @Override
    public String title() {
        return "Slack";
    }

    @Override
    public String words() {
        return "People, channels, messages, threads and reactions of the channels that the app was invited to.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "On api.slack.com/apps choose Create New App, From a manifest, your workspace, and paste the manifest below.",
                "Choose Install to Workspace, then copy the Bot User OAuth Token of OAuth & Permissions and the Signing Secret of Basic Information.",
                "In Slack, invite the app into each channel that it may read: /invite @Folkmoot.",
                "After connecting, paste the manifest of the connection's page under App Manifest: with it Slack calls at once.");
    }

    @Override
    public String manifest(String hook) {
        return SlackManifest.of(hook);
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.REACT,
                Ability.MODERATE);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.list(
                        "channels",
                        "Channels",
                        "Names or ids, if it shall not be all that the app was invited to."),
                Setting.words(
                        "domain",
                        "Workspace's address",
                        "The first part of yourcommunity.slack.com: it gives each message that Slack tells of at once a link to the original.",
                        ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Slack has it.",
                        "https://slack.com/api"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Bot User OAuth Token",
                        "Begins with xoxb-. With it we read the channels, and post when you do so here.",
                        "channels:read and groups:read, for the list of channels",
                        "channels:history and groups:history, for messages, threads and reactions",
                        "users:read, for people (users:read.email, to know who is who elsewhere)",
                        "reactions:read, to hear of reactions at once",
                        "chat:write, only if you want to post from here, now or later, and change or delete what the app posted",
                        "reactions:write, only if you want to react from here"),
                Credential.optional(
                        "signing-secret",
                        "Signing Secret",
                        "Slack signs its calls with it. Without it every call is refused."));
    }

    @Override
    public Manners manners() {
        return new SlackManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var domain = connection.setting("domain");
        return domain.isEmpty() ? "Slack" : domain + ".slack.com";
    }

    @Override
    public String look(Line line) {
        var me = line.ask(new SlackApi(line).get("auth.test")).json();
        return "Signed in to %s as %s."
                .formatted(me.path("team").asString("?"), me.path("user").asString("?"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new SlackPulls(line).from(from);
    }

    @Override
    public Optional<Offering> offering() {
        return Optional.of(new SlackOffers());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new SlackCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new SlackActs());
    }
}
