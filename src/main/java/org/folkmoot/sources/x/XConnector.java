package org.folkmoot.sources.x;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Acting;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Grant;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// An account on X, connected by an app of one's own. Reading costs money there.
@Component
final class XConnector implements Connector {

    @Override
    public String platform() {
        return "x";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("twitter");
    }

    @Override
    public String title() {
        return "X";
    }

    @Override
    public String words() {
        return "Mentions of an account, its posts and their replies, searches and followers. X charges for each of them that is read.";
    }

    @Override
    public List<String> steps() {
        return XNeeds.steps();
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
        return XNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return XNeeds.secrets();
    }

    @Override
    public Manners manners() {
        return new XManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var named = connection.setting("username").replaceFirst("^@", "");
        return named.isEmpty() ? "X" : "@" + named;
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        if (!connection.setting("username").matches("@?\\w{0,15}")) {
            return Optional.of("An account's name has up to fifteen letters, digits and _.");
        }
        return connection.setting("monthly-reads").matches("\\d{1,9}")
                ? Optional.empty()
                : Optional.of("Reads in a month must be a number.");
    }

    @Override
    public String look(Line line) {
        var user = new XApi(line).account().path("data");
        return user.isMissingNode()
                ? "X does not know this account."
                : "@%s is there, with %s followers."
                        .formatted(
                                user.path("username").asString("?"),
                                user.path("public_metrics").path("followers_count").asString("?"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new XPulls(line).from(from);
    }

    /// Longer than elsewhere, as reading costs.
    @Override
    public Duration pause() {
        return Duration.ofMinutes(15);
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new XGrant());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new XCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new XActs());
    }
}
