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
        return List.of(
                "On linkedin.com/developers make an app for your page, have the page verify it, and ask for the product Community Management API. LinkedIn approves it by hand.",
                "Under Auth add the address shown here as a redirect URL, copy Client ID and Client Secret here, and sign in with the button as an administrator of the page.",
                "For calls at once, add the address shown here under Webhooks, and subscribe the page.");
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
        return List.of(
                Setting.words(
                                "organization",
                                "Page",
                                "Its number, as it stands in the address of its admin view: 5515715.",
                                "")
                        .required(),
                Setting.words("client-id", "Client ID", "Of the app, for signing in.", ""),
                Setting.words(
                        "application-id",
                        "App's number",
                        "As it stands in the address of the app's own page. With it we can ask LinkedIn to call us.",
                        ""),
                Setting.words(
                        "api-version",
                        "Version of the API",
                        "Year and month. LinkedIn ends each after about a year.",
                        "202606"),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As LinkedIn has it.",
                        "https://api.linkedin.com/rest"),
                Setting.address(
                        "token-url",
                        "Address of the tokens",
                        "As LinkedIn has it.",
                        "https://www.linkedin.com/oauth/v2/accessToken"),
                Setting.address(
                        "authorize-url",
                        "Address of the consent",
                        "As LinkedIn has it.",
                        "https://www.linkedin.com/oauth/v2/authorization"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Client Secret",
                        "Of the app. With the consent of an administrator of the page we get a token for sixty days; LinkedIn also signs its calls with it, and without it every call is refused.",
                        "r_organization_social, for posts, comments and reactions",
                        "rw_organization_admin, for the page's figures",
                        "w_organization_social, only if you want to post, answer and react from here"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Instead of the button, if LinkedIn gives your app such."),
                Credential.optional(
                        "token",
                        "Token",
                        "Instead of all that, one made with LinkedIn's token generator. It ends after sixty days."));
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
