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
        return SalesforceNeeds.steps();
    }

    @Override
    public Set<Ability> can() {
        return Set.of(Ability.PEOPLE, Ability.EVENTS, Ability.MODERATE, Ability.CONTACTS);
    }

    @Override
    public List<Setting> settings() {
        return SalesforceNeeds.settings();
    }

    @Override
    public List<Credential> secrets() {
        return SalesforceNeeds.secrets();
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        if (connection.secret("token").isPresent()) {
            return Optional.empty();
        }
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
