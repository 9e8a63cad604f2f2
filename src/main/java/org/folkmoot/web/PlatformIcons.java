package org.folkmoot.web;

import java.util.Map;

/// Which of Tabler's icons stands for which platform.
final class PlatformIcons {

    static final Map<String, String> NAMES =
            Map.ofEntries(
                    Map.entry("slack", "brand-slack"),
                    Map.entry("discord", "brand-discord"),
                    Map.entry("github", "brand-github"),
                    Map.entry("gitlab", "brand-gitlab"),
                    Map.entry("git", "brand-git"),
                    Map.entry("stackexchange", "brand-stackoverflow"),
                    Map.entry("stackoverflow", "brand-stackoverflow"),
                    Map.entry("wordpress", "brand-wordpress"),
                    Map.entry("twitter", "brand-twitter"),
                    Map.entry("x", "brand-x"),
                    Map.entry("linkedin", "brand-linkedin"),
                    Map.entry("reddit", "brand-reddit"),
                    Map.entry("youtube", "brand-youtube"),
                    Map.entry("mastodon", "brand-mastodon"),
                    Map.entry("meetup", "brand-meetup"),
                    Map.entry("discourse", "messages"),
                    Map.entry("mattermost", "message-2"),
                    Map.entry("matrix", "brand-matrix"),
                    Map.entry("telegram", "brand-telegram"),
                    Map.entry("twitch", "brand-twitch"),
                    Map.entry("trello", "brand-trello"),
                    Map.entry("asana", "brand-asana"),
                    Map.entry("notion", "brand-notion"),
                    Map.entry("zoom", "brand-zoom"),
                    Map.entry("eventbrite", "ticket"),
                    Map.entry("hopin", "calendar-event"),
                    Map.entry("googleanalytics", "chart-bar"),
                    Map.entry("hubspot", "users"),
                    Map.entry("salesforce", "cloud"),
                    Map.entry("commonroom", "users"),
                    Map.entry("webhook", "webhook"),
                    Map.entry("folder", "folder"),
                    Map.entry("mail", "mail"),
                    Map.entry("email", "mail"),
                    Map.entry("mailinglist", "mail"),
                    Map.entry("rss", "rss"),
                    Map.entry("feed", "rss"),
                    Map.entry("calendar", "calendar"),
                    Map.entry("ical", "calendar"));

    private PlatformIcons() {}
}
