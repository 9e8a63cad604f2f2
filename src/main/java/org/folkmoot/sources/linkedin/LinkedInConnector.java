package org.folkmoot.sources.linkedin;

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

/// A page on LinkedIn, connected by an app that LinkedIn approved.
@Component
final class LinkedInConnector implements Connector {

    @Override
    public String platform() {
        return "linkedin";
    }

    @Override
    public String title() {
        return "LinkedIn";
    }

    @Override
    public String words() {
        return "A page's posts with their comments and reactions, its followers' number and its figures by days.";
    }

    @Override
    public List<String> steps() {
        return LinkedInNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
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
        return LinkedInNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return LinkedInNeeds.secrets();
    }

    @Override
    public Manners manners() {
        return new LinkedInManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return "LinkedIn " + LinkedInApi.organization(connection).replaceFirst("^.*:", "");
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        if (!LinkedInApi.organization(connection).matches("urn:li:organization:\\d+")) {
            return Optional.of("The page is named by its number, such as 5515715.");
        }
        return connection.setting("api-version").matches("20\\d{4}")
                ? Optional.empty()
                : Optional.of("The version is a year and a month, such as 202606.");
    }

    @Override
    public String look(Line line) {
        var api = new LinkedInApi(line);
        var path = "/organizations/" + api.organization().replaceFirst("^.*:", "");
        return "%s is there."
                .formatted(
                        line.ask(api.get(path)).json().path("localizedName").asString("The page"));
    }

    @Override
    public Pull pull(Line line, String from) {
        return new LinkedInPulls(line).from(from);
    }

    /// LinkedIn counts by days, and little.
    @Override
    public Duration pause() {
        return Duration.ofHours(1);
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new LinkedInGrant());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new LinkedInCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new LinkedInActs());
    }
}
