package org.folkmoot.sources.notion;

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

/// A workspace of Notion: content plans, feedback, meeting notes.
@Component
final class NotionConnector implements Connector {

    @Override
    public String platform() {
        return "notion";
    }

    @Override
    public String title() {
        return "Notion";
    }

    @Override
    public String words() {
        return "People, pages and comments of the databases that you share with it.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "On notion.so/profile/integrations choose New integration, Internal, and your workspace; copy its secret.",
                "Allow it to read content, read comments and read user information with e-mail addresses; and to insert, update and comment only if you want to write from here.",
                "In Notion open each database or page that it may read: the menu at the top right, Connections, and choose it.",
                "Under Webhooks of the integration create a subscription with the address shown here after connecting, as docs/connectors/notion.md says.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.MODERATE);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.list(
                        "data-sources",
                        "Databases",
                        "Addresses or ids of databases or data sources, if it shall not be all that is shared with the integration."),
                Setting.words(
                        "version",
                        "Version of the API",
                        "Newer ones may differ; 2025-09-03 is what this is made for.",
                        "2025-09-03"),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Notion has it.",
                        "https://api.notion.com"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Internal integration secret",
                        "Begins with ntn_. With it we read what is shared with the integration, and write when you do so here.",
                        "Read content, for data sources, pages and their blocks",
                        "Read comments, for comments",
                        "Read user information including email addresses, to know who is who elsewhere",
                        "Insert content and Update content, only to write pages from here",
                        "Insert comments, only to comment from here"),
                Credential.optional(
                        "webhook-secret",
                        "Verification token",
                        "Notion brings it itself with its first call."));
    }

    @Override
    public Manners manners() {
        return new NotionManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return "Notion";
    }

    @Override
    public String look(Line line) {
        var api = new NotionApi(line);
        var me = line.ask(api.get("/v1/users/me")).json();
        return "Signed in as %s%s."
                .formatted(
                        me.path("name").asString("an integration"),
                        me.path("bot").path("workspace_name").asString("").isEmpty()
                                ? ""
                                : " of " + me.path("bot").path("workspace_name").asString(""));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new NotionPulls(line).from(from);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new NotionCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new NotionActs());
    }
}
