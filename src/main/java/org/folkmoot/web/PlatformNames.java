package org.folkmoot.web;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What people call the platforms, and which of Tabler's icons stands for each.
public final class PlatformNames {

    private record Platform(String key, String name, String icon) {

        static Platform of(String line) {
            var parts = line.split(", ");
            return new Platform(parts[0], parts[1], parts[2]);
        }
    }

    private static final Map<String, Platform> KNOWN =
            """
            asana, Asana, brand-asana
            calendar, calendars, calendar
            commonroom, Common Room, users
            crowddev, crowd.dev, world
            csv, a spreadsheet, file-spreadsheet
            discord, Discord, brand-discord
            discourse, Discourse, messages
            email, e-mail, mail
            eventbrite, Eventbrite, ticket
            feed, feeds, rss
            folder, folder, folder
            git, git, brand-git
            github, GitHub, brand-github
            gitlab, GitLab, brand-gitlab
            googleanalytics, Google Analytics, chart-bar
            hopin, Hopin, calendar-event
            hubspot, HubSpot, users
            ical, calendars, calendar
            linkedin, LinkedIn, brand-linkedin
            mail, mailing lists, mail
            mailinglist, mailing lists, mail
            mastodon, Mastodon, brand-mastodon
            matrix, Matrix, brand-matrix
            mattermost, Mattermost, message-2
            meetup, Meetup, brand-meetup
            notion, Notion, brand-notion
            orbit, Orbit, planet
            reddit, Reddit, brand-reddit
            rss, feeds, rss
            salesforce, Salesforce, cloud
            savannah, Savannah, world
            slack, Slack, brand-slack
            stackexchange, Stack Exchange, brand-stackoverflow
            stackoverflow, Stack Overflow, brand-stackoverflow
            telegram, Telegram, brand-telegram
            trello, Trello, brand-trello
            twitch, Twitch, brand-twitch
            twitter, Twitter, brand-twitter
            webhook, webhook, webhook
            wordpress, WordPress, brand-wordpress
            x, X, brand-x
            youtube, YouTube, brand-youtube
            zoom, Zoom, brand-zoom
            """
                    .lines()
                    .map(Platform::of)
                    .collect(Collectors.toUnmodifiableMap(Platform::key, Function.identity()));

    private PlatformNames() {}

    /// `github` is GitHub; what we do not know keeps the name its source gave it.
    public static String of(String key) {
        var known = KNOWN.get(key);
        return known == null ? key : known.name();
    }

    /// The name of an icon, a globe for a platform without one.
    static String icon(String key) {
        var known = KNOWN.get(key);
        return known == null ? "world" : known.icon();
    }
}
