package org.folkmoot.sources.slack;

/// What Slack makes an app of: its name, the least scopes, and where it calls.
final class SlackManifest {

    private static final String APP =
            """
            {"display_information": {"name": "Folkmoot"},
             "features": {"bot_user": {"display_name": "Folkmoot", "always_online": false}},
             "oauth_config": {"scopes": {"bot": ["channels:read", "channels:history", "groups:read",
                "groups:history", "users:read", "users:read.email", "reactions:read",
                "reactions:write", "chat:write"]}}%s}
            """;
    private static final String EVENTS =
            """
            ,
             "settings": {"event_subscriptions": {"request_url": "%s",
                "bot_events": ["message.channels", "message.groups", "reaction_added",
                "reaction_removed", "team_join", "user_change", "channel_created",
                "channel_rename"]}}""";

    private SlackManifest() {}

    /// @param hook the whole address that Slack shall call; empty while there is none
    static String of(String hook) {
        return APP.formatted(hook.isEmpty() ? "" : EVENTS.formatted(hook)).strip();
    }
}
