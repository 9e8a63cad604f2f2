package org.folkmoot.sources.twitch;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to Twitch has to be told, and how to get it there.
final class TwitchNeeds {

    private TwitchNeeds() {}

    static List<String> steps() {
        return List.of(
                "On dev.twitch.tv/console/apps choose Register Your Application, with the redirect address shown here and the type Confidential.",
                "Copy its Client ID, choose New Secret, and copy that as well.",
                "Type the channel's name and connect. As an app alone we read streams, videos and clips; for the rest sign in as the channel's owner or a moderator.",
                "Have it call us, so that the chat, follows and subscriptions are told at once.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.words(
                        "channel",
                        "Channel",
                        "Its user name, or the address of its page. Empty for the one of whoever signs in.",
                        ""),
                Setting.words("client-id", "Client ID", "Of the app; no secret.", "").required(),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Twitch has it.",
                        "https://api.twitch.tv/helix"),
                Setting.address(
                        "token-url",
                        "Address for tokens",
                        "As Twitch has it.",
                        "https://id.twitch.tv/oauth2/token"),
                Setting.address(
                        "authorize-url",
                        "Address for signing in",
                        "As Twitch has it.",
                        "https://id.twitch.tv/oauth2/authorize"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Client secret",
                        "Of the app. Needed unless you give an access token of your own.",
                        "moderator:read:followers, for followers",
                        "channel:read:subscriptions, for subscribers (of the owner alone)",
                        "moderator:read:chatters, for who watches a stream",
                        "moderation:read, for bans and moderators (of the owner alone)",
                        "user:read:chat and bits:read, to hear of chat and cheers at once",
                        "user:write:chat and moderator:manage:announcements, only to write from here",
                        "moderator:manage:banned_users and moderator:manage:chat_messages, only to moderate from here",
                        "channel:manage:schedule, only to plan streams from here"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "If you have one already; signing in brings it by itself."),
                Credential.optional(
                        "token",
                        "Access token",
                        "One that you look after yourself, in place of signing in."),
                Credential.optional(
                        TwitchCalls.SECRET,
                        "Secret of the calls",
                        "10 to 100 letters of your own: Twitch signs its calls with them. Without it every call is refused."));
    }
}
