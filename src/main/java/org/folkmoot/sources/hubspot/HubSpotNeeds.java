package org.folkmoot.sources.hubspot;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to HubSpot has to be told, and how to get it there.
final class HubSpotNeeds {

    private HubSpotNeeds() {}

    static List<String> steps() {
        return List.of(
                "In HubSpot open Settings, Integrations, Private Apps and choose Create a private app.",
                "Under Scopes tick those that are named here, then Create app, and copy the access token.",
                "For calls: on the app's page, Webhooks, give the address shown here after connecting and subscribe to contact and company events.",
                "Copy the app's client secret from its Auth tab: HubSpot signs its calls with it.");
    }

    static List<Setting> settings() {
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

    static List<Credential> secrets() {
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
}
