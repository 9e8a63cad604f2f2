package org.folkmoot.sources.mastodon;

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
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// An account on Mastodon, or on any instance that speaks as Mastodon does.
@Component
final class MastodonConnector implements Connector {

    @Override
    public String platform() {
        return "mastodon";
    }

    @Override
    public String title() {
        return "Mastodon";
    }

    @Override
    public String words() {
        return "Your account's posts and their answers, mentions, boosts, favourites and followers, the posts of tags and lists, and the reports that moderators get.";
    }

    @Override
    public List<String> steps() {
        return MastodonNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.ACTIVITY,
                Ability.STATISTICS,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.REACT,
                Ability.MODERATE);
    }

    @Override
    public List<Setting> settings() {
        return MastodonNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return MastodonNeeds.secrets();
    }

    @Override
    public Manners manners() {
        return new MastodonManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return String.valueOf(connection.address("base-url").getHost());
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        var visibility = connection.setting("visibility");
        return Set.of("public", "unlisted", "private").contains(visibility)
                ? Optional.empty()
                : Optional.of("What we post may be public, unlisted or private.");
    }

    @Override
    public String look(Line line) {
        var me = new MastodonApi(line).me();
        return "Signed in as @%s, who wrote %d posts and has %d followers."
                .formatted(
                        Names.of(line).of(me),
                        me.path("statuses_count").asInt(0),
                        me.path("followers_count").asInt(0));
    }

    @Override
    public Optional<Counting> counting() {
        return Optional.of(new MastodonCounting());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new MastodonPulls(line).from(from);
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new MastodonCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new MastodonActs());
    }
}
