package org.folkmoot.sources.salesforce;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to Salesforce has to be told, and how to get it there.
final class SalesforceNeeds {

    private SalesforceNeeds() {}

    static List<String> steps() {
        return List.of(
                "In Setup, App Manager, choose New Connected App, tick Enable OAuth Settings, and take the scope named here.",
                "Tick Enable Client Credentials Flow and save; under Manage, Edit Policies, choose as Run As a user who may see contacts and campaigns.",
                "Copy the address of your org (Setup, My Domain) to here, such as https://moot.my.salesforce.com.",
                "Copy the Consumer Key and the Consumer Secret of the app (Manage Consumer Details).");
    }

    static List<Setting> settings() {
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

    static List<Credential> secrets() {
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
                        "token",
                        "Access token",
                        "Instead, one that you look after yourself; the address of the org must be its own then."),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Instead, where a person let the app in: it needs the scope refresh_token too."));
    }
}
