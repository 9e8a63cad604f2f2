package org.folkmoot.sources.googleanalytics;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.sources.Ability;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Grant;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// A property of Google Analytics 4. It knows no people by name, only how many there were.
@Component
final class AnalyticsConnector implements Connector {

    @Override
    public String platform() {
        return "googleanalytics";
    }

    @Override
    public Set<String> alsoCalled() {
        return Set.of("ga4", "google-analytics");
    }

    @Override
    public String title() {
        return "Google Analytics";
    }

    @Override
    public String words() {
        return "How many people came to your site, by day, landing page and campaign. Figures only: nobody is named.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "On console.cloud.google.com make a project, and under APIs & Services, Library, enable the Google Analytics Data API.",
                "Under IAM & Admin, Service Accounts make one, without any role, and under Keys choose Add key, JSON. The file that comes is the secret.",
                "In Google Analytics, Admin, Property access management add the service account's e-mail address as a Viewer.",
                "Under Admin, Property details copy the Property ID.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.STATISTICS);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.words("property", "Property ID", "A number, such as 123456789.", "")
                        .required(),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Google has it.",
                        "https://analyticsdata.googleapis.com"),
                Setting.address(
                        "token-url",
                        "Address for tokens",
                        "As Google has it, unless the key file names another.",
                        ServiceAccount.TOKENS));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        ServiceAccount.SECRET,
                        "Key of the service account",
                        "The whole JSON file. Needed unless you give an access token of your own.",
                        "Viewer of the property, for its reports (analytics.readonly)"),
                Credential.optional(
                        "token",
                        "Access token",
                        "One that you look after yourself. Google's hold for an hour."));
    }

    @Override
    public Manners manners() {
        return new AnalyticsManners();
    }

    @Override
    public String nameOf(Connection connection) {
        return "Google Analytics " + AnalyticsApi.property(connection);
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        if (!AnalyticsApi.property(connection).matches("\\d{1,20}")) {
            return Optional.of("The property is a number: see Admin, Property details.");
        }
        if (connection.secret("token").isPresent()) {
            return Optional.empty();
        }
        return connection
                .secret(ServiceAccount.SECRET)
                .map(ServiceAccount::wrongWith)
                .orElse(Optional.of("Give the key of a service account (service-account)."));
    }

    @Override
    public String look(Line line) {
        var today = LocalDate.ofInstant(line.now(), ZoneOffset.UTC);
        var page = new AnalyticsApi(line).ask(Report.DAYS, today.minusDays(7), today, 0);
        var zone = page.path("metadata").path("timeZone").asString("UTC");
        return "Google Analytics answers: visits on %d of the last eight days, in the time zone %s."
                .formatted(page.path("rows").size(), zone);
    }

    @Override
    public Pull pull(Line line, String from) {
        return new AnalyticsPulls(line).from(from);
    }

    /// Google itself takes hours to count.
    @Override
    public Duration pause() {
        return Duration.ofHours(3);
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new ServiceAccount());
    }
}
