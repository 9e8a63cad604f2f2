package org.folkmoot.web;

import java.util.Map;

/// What people call the platforms.
public final class PlatformNames {

    private static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("slack", "Slack"),
                    Map.entry("discord", "Discord"),
                    Map.entry("github", "GitHub"),
                    Map.entry("gitlab", "GitLab"),
                    Map.entry("git", "git"),
                    Map.entry("discourse", "Discourse"),
                    Map.entry("stackexchange", "Stack Exchange"),
                    Map.entry("stackoverflow", "Stack Overflow"),
                    Map.entry("mail", "mailing lists"),
                    Map.entry("wordpress", "WordPress"),
                    Map.entry("feed", "feeds"),
                    Map.entry("ical", "calendars"),
                    Map.entry("calendar", "calendars"),
                    Map.entry("orbit", "Orbit"),
                    Map.entry("csv", "a spreadsheet"),
                    Map.entry("asana", "Asana"),
                    Map.entry("commonroom", "Common Room"),
                    Map.entry("crowddev", "crowd.dev"),
                    Map.entry("eventbrite", "Eventbrite"),
                    Map.entry("googleanalytics", "Google Analytics"),
                    Map.entry("hopin", "Hopin"),
                    Map.entry("hubspot", "HubSpot"),
                    Map.entry("linkedin", "LinkedIn"),
                    Map.entry("mastodon", "Mastodon"),
                    Map.entry("matrix", "Matrix"),
                    Map.entry("mattermost", "Mattermost"),
                    Map.entry("meetup", "Meetup"),
                    Map.entry("notion", "Notion"),
                    Map.entry("reddit", "Reddit"),
                    Map.entry("salesforce", "Salesforce"),
                    Map.entry("savannah", "Savannah"),
                    Map.entry("telegram", "Telegram"),
                    Map.entry("trello", "Trello"),
                    Map.entry("twitch", "Twitch"),
                    Map.entry("twitter", "Twitter"),
                    Map.entry("x", "X"),
                    Map.entry("youtube", "YouTube"),
                    Map.entry("zoom", "Zoom"));

    private PlatformNames() {}

    /// `github` is GitHub; what we do not know keeps the name its source gave it.
    public static String of(String key) {
        return NAMES.getOrDefault(key, key);
    }
}
