package org.folkmoot.sources.youtube;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to YouTube has to be told, and how to get it there.
final class YouTubeNeeds {

    private YouTubeNeeds() {}

    static List<String> steps() {
        return List.of(
                "On console.cloud.google.com make a project, and under APIs & Services, Library, enable the YouTube Data API v3.",
                "To read: under Credentials choose Create credentials, API key, and restrict it to that API. Type the channel's id or handle.",
                "To reply and moderate as well: there choose OAuth client ID, Web application, give it the redirect address shown here, copy its client ID and client secret, and sign in with the channel's account.",
                "To hear of new videos at once: think up a secret for the webhook, and choose that it shall call us.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.words(
                        "channel",
                        "Channel",
                        "Its id (UC...), its handle (@folkmoot) or the address of its page. Empty for the one of whoever signs in.",
                        ""),
                Setting.words(
                        "daily-units",
                        "Units a day",
                        "How many of the project's units this connection may use. Give less than the project has to leave some for replies, of which each costs 50.",
                        "10000"),
                Setting.words(
                        "client-id",
                        "OAuth client ID",
                        "Only if you want to reply and moderate from here.",
                        ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Google has it.",
                        "https://youtube.googleapis.com"),
                Setting.address(
                        "token-url",
                        "Address for tokens",
                        "As Google has it.",
                        "https://oauth2.googleapis.com/token"),
                Setting.address(
                        "authorize-url",
                        "Address for signing in",
                        "As Google has it.",
                        "https://accounts.google.com/o/oauth2/v2/auth"),
                Setting.address(
                        "hub-url",
                        "Address of the hub",
                        "Where one subscribes to news of a channel, as Google has it.",
                        "https://pubsubhubbub.appspot.com/subscribe"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "api-key",
                        "API key",
                        "With it we read what anyone may see. Needed unless you sign in.",
                        "YouTube Data API v3, and nothing else, for videos and comments"),
                Credential.optional(
                        "client-secret",
                        "OAuth client secret",
                        "Belongs to the OAuth client ID.",
                        "youtube.force-ssl, to reply, to moderate comments and to announce broadcasts"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "If you have one already; signing in brings it by itself."),
                Credential.optional(
                        "token",
                        "Access token",
                        "One that you look after yourself, in place of signing in. Google's hold for an hour."),
                Credential.optional(
                        YouTubeCalls.SECRET,
                        "Secret of the webhook",
                        "Any words of your own: the hub signs its calls with them. Without it every call is refused."));
    }
}
