package org.folkmoot.sources.hubspot;

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

/// A HubSpot account, connected by a private app of one's own.
@Component
final class HubSpotConnector implements Connector {

    private static final Duration PAUSE = Duration.ofMinutes(15);

    @Override
    public String platform() {
        return "hubspot";
    }

    @Override
    public String title() {
        return "HubSpot";
    }

    @Override
    public String words() {
        return "Contacts with their companies and lists, and who registered for marketing events and attended them.";
    }

    @Override
    public List<String> steps() {
        return List.of(
                "In HubSpot open Settings, Integrations, Private Apps and choose Create a private app.",
                "Under Scopes tick those that are named here, then Create app, and copy the access token.",
                "For calls: on the app's page, Webhooks, give the address shown here after connecting and subscribe to contact and company events.",
                "Copy the app's client secret from its Auth tab: HubSpot signs its calls with it.");
    }

    @Override
    public Set<Ability> can() {
        return Set.of(
                Ability.PEOPLE,
                Ability.EVENTS,
                Ability.LISTEN,
                Ability.POST,
                Ability.REPLY,
                Ability.MODERATE,
                Ability.CONTACTS);
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                Setting.list(
                        "lists",
                        "Lists",
                        "Names or numbers of those that shall become tags, if not all."),
                Setting.list(
                        "properties",
                        "Further properties",
                        "Internal names of contact properties that you want to see here too."),
                Setting.words(
                        "account",
                        "Hub ID",
                        "The account's number, only if HubSpot does not tell it.",
                        ""),
                Setting.words(
                        "client-id",
                        "Client ID",
                        "Only for a public app, which signs in by OAuth.",
                        ""),
                Setting.words(
                        "webhook-address",
                        "Address that HubSpot calls",
                        "Only if a proxy before us hides by which address it was called.",
                        ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As HubSpot has it.",
                        "https://api.hubapi.com"),
                new Setting(
                        "token-url",
                        "Where tokens are given",
                        "Only for a public app, if it is not /oauth/v3/token of the API's address.",
                        "",
                        Setting.Shape.ADDRESS,
                        false));
    }

    @Override
    public List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "token",
                        "Access token of the private app",
                        "With it we read contacts, and write them when you do so here.",
                        "crm.objects.contacts.read, for contacts",
                        "crm.objects.companies.read, for the names of their companies",
                        "crm.lists.read, for lists and their members",
                        "crm.objects.marketing_events.read, for events and who took part",
                        "crm.objects.contacts.write, only to write contacts and notes from here",
                        "crm.lists.write, only to put contacts on lists"),
                Credential.optional(
                        "client-secret",
                        "Client secret",
                        "HubSpot signs its calls with it. Without it every call is refused."),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Only for a public app, instead of the access token."));
    }

    @Override
    public Optional<String> wrongWith(Connection connection) {
        var signsIn =
                connection.secret("client-secret").isPresent()
                        && !connection.setting("client-id").isEmpty();
        return connection.secret("token").isPresent() || signsIn
                ? Optional.empty()
                : Optional.of("Give the access token of a private app: the secret token.");
    }

    @Override
    public Manners manners() {
        return new HubSpotManners();
    }

    @Override
    public String nameOf(Connection connection) {
        var account = connection.setting("account");
        return account.isEmpty() ? "HubSpot" : "HubSpot " + account;
    }

    @Override
    public String look(Line line) {
        var api = new HubSpotApi(line);
        var page = line.ask(api.get(HubSpotApi.CONTACTS).query("limit", "1")).json();
        return page.path("results").isEmpty()
                ? "HubSpot answers; it has no contacts yet."
                : "HubSpot answers, and shows its contacts.";
    }

    @Override
    public Pull pull(Line line, String from) {
        return new HubSpotPulls(line).from(from);
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public Optional<Grant> grant() {
        return Optional.of(new HubSpotGrant());
    }

    @Override
    public Optional<Listening> listening() {
        return Optional.of(new HubSpotCalls());
    }

    @Override
    public Optional<Acting> acting() {
        return Optional.of(new HubSpotActs());
    }
}
