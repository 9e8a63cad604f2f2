package org.folkmoot.sources.reddit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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

/// Subreddits, connected by an app of one's own.
@Component
final class RedditConnector implements Connector {

    @Override
    public String platform() {
        return "reddit";
    }

    @Override
    public String title() {
        return "Reddit";
    }

    @Override
    public String words() {
        return "Posts and comments of subreddits; for their moderators also reports, the moderation log and modmail.";
    }

    @Override
    public List<String> steps() {
        return RedditNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.STATISTICS,
                Ability.POST,
                Ability.REPLY,
                Ability.MODERATE);
    }

    @Override
    public List<Setting> settings() {
        return RedditNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return RedditNeeds.secrets();
    }

    @Override
    public Manners manners() {
        return new RedditManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return RedditApi.subreddits(connection).stream()
                .map(name -> "r/" + name)
                .collect(Collectors.joining(", "));
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        return RedditApi.subreddits(connection).stream()
                .filter(name -> !name.matches("\\w{2,30}"))
                .findFirst()
                .map(name -> "There can be no subreddit %s.".formatted(name));
    }

    @Override
    public String look(Line line) {
        var name = RedditApi.subreddits(line.connection()).getFirst();
        var api = new RedditApi(line);
        var page = line.ask(api.get("/r/%s/about".formatted(name))).json();
        if (page.path("kind").asString("").equals("Listing")) {
            return "Reddit answers, and knows no r/%s. Check its name.".formatted(name);
        }
        var about = page.path("data");
        return "r/%s is there: %s members."
                .formatted(name, about.path("subscribers").asString("?"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new RedditPulls(line).from(from);
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new RedditGrant());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new RedditActs());
    }
}
