package org.folkmoot.sources.asana;

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

/// Projects of Asana.
@Component
final class AsanaConnector implements Connector {

    @Override
    public String platform() {
        return "asana";
    }

    @Override
    public String title() {
        return "Asana";
    }

    @Override
    public String words() {
        return "People, tasks, comments and likes of the projects that you choose.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "On app.asana.com/0/my-apps choose Create new token, name it Folkmoot, and copy it.",
                "Paste it here, and name the projects unless it shall be all that you see.",
                "When it is connected, let Asana call us: with the button here, or by ./folkmoot source listen ID.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.MODERATE,
                Ability.TASKS);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.list(
                        "projects",
                        "Projects",
                        "Their addresses or numbers, if it shall not be all that the token sees."),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Asana has it.",
                        "https://app.asana.com/api/1.0"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Personal access token",
                        "With it we read the projects that you see, and write tasks and comments when you do so here. Asana gives such a token all that you may do; make it with an account that sees only what it should. A token of an app may be narrower:",
                        "projects:read and workspaces:read, to find the projects",
                        "users:read, for people",
                        "tasks:read and stories:read, for tasks and comments",
                        "webhooks:read, webhooks:write and webhooks:delete, to be called, and no more once it is disconnected",
                        "tasks:write and stories:write, only to create tasks and comments from here"),
                Credential.optional(
                        "webhook-secret",
                        "Secret of the webhook",
                        "Asana brings it itself when it is asked to call us."));
    }

    @Override
    public Manners manners() {
        return new AsanaManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var projects = connection.list("projects");
        return projects.isEmpty() ? "Asana" : "Asana: " + String.join(", ", projects);
    }

    @Override
    public String look(Line line) {
        var projects = new AsanaProjects(new AsanaApi(line)).all();
        return projects.isEmpty()
                ? "Signed in; there is no project to read yet."
                : "%d projects, among them %s."
                        .formatted(
                                projects.size(), projects.getFirst().path("name").asString("one"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new AsanaPulls(line).from(from);
    }

    @Override
    public Optional<Offering> offering() {
        return Optional.of(new AsanaOffers());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new AsanaCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new AsanaActs());
    }
}
