package org.folkmoot.sources.telegram;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection must and may be told, and how to come by it.
final class TelegramNeeds {

    private TelegramNeeds() {}

    static List<String> steps() {
        return List.of(
                "In Telegram open a chat with @BotFather, send /newbot, and give the bot a name and a user name that ends in bot. Copy the token from \"Use this token to access the HTTP API\".",
                "Still with @BotFather: /setprivacy, choose the bot, Disable. With privacy mode on, a bot is told only of commands, and of answers to itself.",
                "Add the bot to each group or channel, then Manage group, Administrators, Add administrator: only administrators are told of reactions and of who comes and goes. It needs no right for that; Delete messages and Ban users only if you want to moderate from here.",
                "To hear of everything at once: have Telegram call us, with the button here after connecting.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.list(
                        "chats",
                        "Groups and channels",
                        "Numbers (-1001234567890) or @names, if it shall not be all that the bot is in. Those that are named are described from the beginning."),
                Setting.address(
                        "base-url",
                        "Address of the Bot API",
                        "Only for a Bot API server of your own.",
                        "https://api.telegram.org"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Bot token",
                        "From @BotFather, such as 123456:ABC-DEF. Telegram takes it as part of the address only; that address is shown and written down nowhere.",
                        "administrator of the chat, without any right: reactions, who comes and goes",
                        "Post messages, in channels: only if you want to post there from here",
                        "Delete messages, Ban users: only if you want to moderate from here"),
                Credential.optional(
                        TelegramCalls.SECRET,
                        "Secret of the webhook",
                        "Its calls bring it. Made by itself when Telegram is asked to call."));
    }
}
