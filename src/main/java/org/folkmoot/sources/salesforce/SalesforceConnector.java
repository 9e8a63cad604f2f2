package org.folkmoot.sources.salesforce;

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
import org.folkmoot.sources.Manners;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Setting;
import org.springframework.stereotype.Component;

/// A Salesforce org, connected by a connected app of one's own.
@Component
final class SalesforceConnector implements Connector {

    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Override
    public String platform() {
        return "salesforce";
    }

    @Override
    public String title() {
        return "Salesforce";
    }

    @Override
    public String words() {
        return "Contacts, campaigns, and who registered for them or came.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "In Setup, App Manager, choose New Connected App, tick Enable OAuth Settings, and take the scope named here.",
                "Tick Enable Client Credentials Flow and save; under Manage, Edit Policies, choose as Run As a user who may see contacts and campaigns.",
                "Copy the address of your org (Setup, My Domain) to here, such as https://moot.my.salesforce.com.",
                "Copy the Consumer Key and the Consumer Secret of the app (Manage Consumer Details).");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.PEOPLE, Ability.EVENTS, Ability.MODERATE, Ability.CONTACTS);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.address(
                        "base-url",
                        "Address of the org",
                        "Its My Domain. An app that signs in with a key or a refresh token may come by the common door.",
                        "https://login.salesforce.com"),
                Setting.words(
                        "client-id", "Consumer Key", "The connected app's name for itself.", ""),
                Setting.words(
                        "username", "User", "For whom the app acts; only with a private key.", ""),
                Setting.words(
                        "audience",
                        "Audience",
                        "Which door the key is for, if it is not login.salesforce.com, or for sandboxes test.salesforce.com.",
                        ""),
                Setting.words(
                        "external-id",
                        "External id of contacts",
                        "API name of the field by which we know a contact of yours, such as Folkmoot_Id__c; only to write contacts from here.",
                        ""),
                new Setting(
                        "token-url",
                        "Address of the door",
                        "Where tokens are given, if it is not /services/oauth2/token of the org's address.",
                        "",
                        Setting.Shape.ADDRESS,
                        false),
                Setting.words(
                        "api-version", "Version of the API", "As Salesforce counts.", "62.0"));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Consumer Secret",
                        "The app signs in with it.",
                        "api (Manage user data via APIs), for contacts and campaigns as the app's user may see them",
                        "openid, to learn the org's own id; without it its address stands for it"),
                Credential.optional(
                        "private-key",
                        "Private key",
                        "Instead of the Consumer Secret: the key (PKCS 8, PEM) of the certificate that the app knows."),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Instead, where a person let the app in: it needs the scope refresh_token too."));
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        var key = connection.secret("private-key");
        if (connection.setting("client-id").isEmpty()) {
            return Optional.of("Give the app's Consumer Key: the setting client-id.");
        }
        if (key.isPresent() && connection.setting("username").isEmpty()) {
            return Optional.of("With a private key, say for which user: the setting username.");
        }
        if (key.isPresent() && !Assertion.usable(key.get())) {
            return Optional.of(
                    "The private key cannot be read. It must be an RSA key in PKCS 8: BEGIN PRIVATE KEY.");
        }
        return key.isPresent()
                        || connection.secret("client-secret").isPresent()
                        || connection.secret("refresh-token").isPresent()
                ? Optional.empty()
                : Optional.of("Give the app's Consumer Secret: the secret client-secret.");
    }

    @Override
    public Manners manners() {
        return new SalesforceManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var host = String.valueOf(connection.address("base-url").getHost());
        return host.startsWith("login.") || host.startsWith("test.") ? "Salesforce" : host;
    }

    @Override
    public String look(Line line) {
        var api = SalesforceApi.of(line);
        var page = line.ask(api.query("SELECT Id, Name FROM Contact LIMIT 1")).json();
        return page.path("records").isEmpty()
                ? "%s answers; it has no contacts yet.".formatted(api.instance().getHost())
                : "%s answers, and shows its contacts.".formatted(api.instance().getHost());
    }

    @Override
    public Pull pull(Line line, String from) {
        return new SalesforcePulls(line).from(from);
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new SalesforceGrant());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new SalesforceActs());
    }
}
