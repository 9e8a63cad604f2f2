package org.folkmoot.sources.github;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
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

/// GitHub or a company's own, connected by a token, for the repositories that are named.
@Component
final class GitHubConnector implements Connector {

    @Override
    public String platform() {
        return "github";
    }

    @Override
    public String title() {
        return "GitHub";
    }

    @Override
    public String words() {
        return "Issues, pull requests, reviews, comments, discussions, releases, stars and forks.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "On GitHub, open Settings, Developer settings, Personal access tokens, Fine-grained tokens, Generate new token.",
                "Under Repository access choose the repositories; under Permissions choose those below, all of them Read-only unless you want to reply from here. Copy the token.",
                "For calls at once: in the repository or organisation open Settings, Webhooks, Add webhook, with the address shown here after connecting, Content type application/json, a secret that you also type here, and Send me everything.");
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
                                "repositories",
                                "Repositories",
                                "Each as owner/name, divided by commas or lines.")
                        .required(),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "Only for a company's own GitHub: https://git.example.org/api/v3.",
                        "https://api.github.com"),
                Setting.words(
                        "api-version", "Version of the API", "As GitHub names it.", "2022-11-28"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Access token",
                        "With it we read the repositories, and comment when you do so here.",
                        "Metadata: read, for the repositories themselves, stars and forks",
                        "Issues: read, for issues and comments (write, to reply, react, label and lock from here)",
                        "Pull requests: read, for pull requests and reviews (write, to lock, react and hide there)",
                        "Discussions: read, for discussions (write, to reply, react and hide there)",
                        "Contents: read, for releases",
                        "Blocking users: write, of the organisation, only to block people from here"),
                Credential.optional(
                        "webhook-secret",
                        "Secret of the webhook",
                        "GitHub signs its calls with it. Without it every call is refused."));
    }

    @Override
    public Manners manners() {
        return new GitHubManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var all = connection.list("repositories");
        return all.getFirst() + (all.size() > 1 ? " and %d more".formatted(all.size() - 1) : "");
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        return connection.list("repositories").stream()
                .filter(name -> !name.matches("[A-Za-z0-9][\\w.-]*/[\\w.-]+"))
                .findFirst()
                .map("%s is no repository: write it as owner/name."::formatted);
    }

    @Override
    public String look(Line line) {
        var api = new GitHubApi(line);
        var first = line.connection().list("repositories").getFirst();
        var repository = line.ask(api.get("/repos/" + first)).json();
        return "%s is there, with %d open issues and pull requests."
                .formatted(
                        repository.path("full_name").asString(first),
                        repository.path("open_issues_count").asInt(0));
    }

    @Override
    public Optional<Counting> counting() {
        return Optional.of(new GitHubCounting());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new GitHubPulls(line).from(from);
    }

    @Override
    public Optional<Offering> offering() {
        return Optional.of(new GitHubOffers());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new GitHubCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new GitHubActs());
    }
}
