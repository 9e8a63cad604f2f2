package org.folkmoot.sources.discord;

/// What a bot is told only where its owner switched it on, as the flags of its application say
/// (docs.discord.com, Application Flags; the second of each is that of a bot on few servers).
final class DiscordIntents {

    private static final int MEMBERS = 1 << 14 | 1 << 15;
    private static final int CONTENT = 1 << 18 | 1 << 19;

    private DiscordIntents() {}

    /// In words, empty where nothing is missing or Discord does not say.
    static String missing(DiscordApi api) {
        var reply = api.line().ask(api.get("/applications/@me").allowing(401, 403, 404));
        var flags = reply.status() == 200 ? reply.json().path("flags").asInt(-1) : -1;
        var members = (flags & MEMBERS) == 0;
        var content = (flags & CONTENT) == 0;
        if (!members && !content) {
            return "";
        }
        return " It is not told %s: on the page Bot of your application switch on %s."
                .formatted(
                        members && content
                                ? "who the members are, nor what messages say"
                                : members ? "who the members are" : "what messages say",
                        members && content
                                ? "Server Members Intent and Message Content Intent"
                                : members ? "Server Members Intent" : "Message Content Intent");
    }
}
