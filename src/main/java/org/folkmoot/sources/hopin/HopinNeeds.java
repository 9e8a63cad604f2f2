package org.folkmoot.sources.hopin;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to Hopin has to be told, and how to get it there.
final class HopinNeeds {

    private HopinNeeds() {}

    static List<String> steps() {
        return List.of(
                "With an Enterprise plan, ask RingCentral Events for access to its external API.",
                "Copy the client's id and secret to here, or the access token that you were given.",
                "For its calls make a data subscription of each event (POST /v1/events/ID/dataSubscriptions) with the address shown here after connecting.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.list(
                        "organizations",
                        "Organisations",
                        "Names or ids, if it shall not be all that are yours."),
                Setting.words("client-id", "Client id", "Unless you have an access token.", ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As RingCentral has it, without /v1.",
                        "https://api.events.ringcentral.com"),
                Setting.address(
                        "token-url",
                        "Address for tokens",
                        "As RingCentral has it.",
                        "https://api.events.ringcentral.com/v1/auth/token"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Client secret",
                        "With it we get access tokens.",
                        "read, for events, registrations and sessions",
                        "write, only to register people from here"),
                Credential.optional(
                        "token",
                        "Access token",
                        "Instead of a client: one that lasts, as RingCentral Events gives them to its customers."));
    }
}
