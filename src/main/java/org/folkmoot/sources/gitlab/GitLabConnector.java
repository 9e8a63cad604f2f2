package org.folkmoot.sources.gitlab;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// Projects of GitLab, on gitlab.com or a server of one's own.
@Component
final class GitLabConnector implements Connector {

    @Override
    public String platform() {
        return "gitlab";
    }

    @Override
    public String title() {
        return "GitLab";
    }

    @Override
    public String words() {
        return "Members, issues, merge requests and comments of the projects that you choose.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "In the project (or its group) choose Settings, Access tokens, Add new token, with the scope read_api and the role Reporter; with api instead to write from here, and the role Maintainer to be called.",
                "Paste the token here, and name the projects as in their addresses: group/project.",
                "When it is connected, let GitLab call us: with the button here, or by ./folkmoot source listen ID.");
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
                Setting.list("projects", "Projects", "As in their addresses: group/project.")
                        .required(),
                Setting.words(
                        "host",
                        "Name of the host",
                        "Only if people know it by another than that of the address below: it is part of every id.",
                        ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "Of a server of your own: https://gitlab.example.org/api/v4.",
                        "https://gitlab.com/api/v4"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Access token",
                        "Of a project, a group or a person. With it we read the projects, and write when you do so here.",
                        "read_api, for projects, members, issues, merge requests and comments",
                        "api, only to be called, and to write issues and comments from here"),
                Credential.optional(
                        "webhook-secret",
                        "Secret token of the webhook",
                        "GitLab sends it with its calls. Without it every call is refused."));
    }

    @Override
    public Manners manners() {
        return new GitLabManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return String.join(", ", connection.list("projects"));
    }

    @Override
    public String look(Line line) {
        var api = new GitLabApi(line);
        var name = line.connection().list("projects").getFirst();
        var project = line.ask(api.get("/projects/" + Ask.part(name))).json();
        return "%s is there.".formatted(project.path("path_with_namespace").asString(name));
    }

    @Override
    public Optional<Counting> counting() {
        return Optional.of(new GitLabCounting());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new GitLabPulls(line).from(from);
    }

    @Override
    public Optional<Offering> offering() {
        return Optional.of(new GitLabOffers());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new GitLabCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new GitLabActs());
    }
}
