package org.folkmoot.sources.zoom;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to Zoom has to be told, and how to get it there.
final class ZoomNeeds {

    private ZoomNeeds() {}

    static List<String> steps() {
        return List.of(
                "On marketplace.zoom.us choose Develop, Build App, Server-to-Server OAuth App, and give it a name.",
                "Copy Account ID, Client ID and Client Secret of App Credentials.",
                "Under Scopes add those named below, then activate the app.",
                "Under Feature switch Event Subscriptions on, with the address shown here after connecting; copy the Secret Token above them, give it here, then choose Validate.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.words("account-id", "Account ID", "Of the app's credentials.", ""),
                Setting.words("client-id", "Client ID", "Of the app's credentials.", ""),
                Setting.list(
                        "users",
                        "Hosts",
                        "Their addresses, if it shall not be everybody in the account. What is made from here is hosted by the first."),
                Setting.list(
                        "meetings",
                        "Meetings",
                        "Their numbers, if it shall not be all that are scheduled."),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Zoom has it.",
                        "https://api.zoom.us/v2"),
                Setting.address(
                        "token-url",
                        "Address for tokens",
                        "As Zoom has it.",
                        "https://zoom.us/oauth/token"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Client Secret",
                        "Of the app's credentials. With it we get a token for an hour at a time.",
                        "user:read:list_users:admin, for hosts by name",
                        "meeting:read:list_meetings:admin, meeting:read:meeting:admin, webinar:read:list_webinars:admin and webinar:read:webinar:admin, for what is scheduled",
                        "meeting:read:list_registrants:admin and webinar:read:list_registrants:admin, for who registered",
                        "report:read:user:admin, report:read:list_meeting_participants:admin and report:read:list_webinar_participants:admin, for who was there; or meeting:read:list_past_instances:admin and meeting:read:list_past_participants:admin where the plan has no reports",
                        "meeting:write:meeting:admin, webinar:write:webinar:admin, meeting:write:registrant:admin and webinar:write:registrant:admin, only to make events and register people from here"),
                Credential.optional(
                        "token",
                        "Access token",
                        "Instead of the credentials, one that you look after yourself; Zoom's hold for an hour."),
                Credential.optional(
                        "webhook-secret",
                        "Secret Token",
                        "Zoom signs its calls with it. Without it every call is refused."));
    }
}
