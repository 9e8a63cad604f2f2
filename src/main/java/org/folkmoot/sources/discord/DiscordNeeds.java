package org.folkmoot.sources.discord;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to Discord has to be told, and how to get it there.
final class DiscordNeeds {

    private DiscordNeeds() {}

    static List<String> steps() {
        return List.of(
                "On discord.com/developers/applications choose New Application, then Bot: switch on Server Members Intent and Message Content Intent, choose Reset Token and copy it.",
                "Under OAuth2, URL Generator choose the scope bot and the permissions View Channels, Read Message History and View Audit Log; to act from here also Send Messages, Send Messages in Threads, Add Reactions, Manage Messages, Moderate Members, Ban Members, Manage Roles and Create Events. Open the address it makes and choose your server.",
                "In Discord, under User Settings, Advanced, switch on Developer Mode; then a right click on the server's name offers Copy Server ID.",
                "If your app takes part in the Social SDK: on the page Webhooks give the address shown here after connecting, and below General Information copy the Public Key.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.words(
                        "guild",
                        "Server ID",
                        "May be left empty where the bot is on one server only.",
                        ""),
                Setting.list(
                        "channels",
                        "Channels",
                        "Names or ids of channels or categories, if it shall not be all that the bot may see."),
                Setting.words(
                        "reactions",
                        "Reactions",
                        "people: who reacted, which takes a request for each emoji under a message. numbers: only how many.",
                        "people"),
                Setting.words(
                        "gateway",
                        "Gateway",
                        "on: hear of messages, edits, deletions, reactions, members and events as they happen. off: ask every few minutes only.",
                        "on"),
                new Setting(
                        "gateway-url",
                        "Address of the gateway",
                        "Only if it is not the one that Discord itself names.",
                        "",
                        Setting.Shape.ADDRESS,
                        false),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Discord has it.",
                        "https://discord.com/api/v10"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Bot token",
                        "With it we read the server as your bot, and act when you do so here.",
                        "View Channels and Read Message History, for channels and messages",
                        "View Audit Log, for bans, kicks, time-outs and deletions by moderators",
                        "Server Members Intent, for members; without it only who wrote or reacted is known",
                        "Message Content Intent, for what messages say; without it they are empty",
                        "Send Messages, Send Messages in Threads and Add Reactions, only if you want to post, reply and react from here",
                        "Manage Messages, Moderate Members, Ban Members and Manage Roles, only if you want to moderate from here",
                        "Create Events, only if you want to announce events from here"),
                Credential.optional(
                        "public-key",
                        "Public Key",
                        "Of the app's page General Information: Discord's calls are believed by it. Without it every call is refused."));
    }
}
