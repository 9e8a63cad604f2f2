package org.folkmoot.sources.meetup;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to Meetup has to be told, and how to get it there.
final class MeetupNeeds {

    private MeetupNeeds() {}

    static List<String> steps() {
        return List.of(
                "With Meetup Pro, open meetup.com/api/oauth/list and choose Create new client; give it the redirect address shown here.",
                "Copy its Key and its Secret to here.",
                "Choose Sign in at Meetup here, as an organiser of the groups.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.list(
                                "groups",
                                "Groups",
                                "As in their addresses: of meetup.com/lantern-society this is lantern-society.")
                        .required(),
                Setting.words("client-id", "Key", "Of the OAuth client.", ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Meetup has it.",
                        "https://api.meetup.com/gql-ext"),
                Setting.address(
                        "token-url",
                        "Address for tokens",
                        "As Meetup has it.",
                        "https://secure.meetup.com/oauth2/access"),
                Setting.address(
                        "authorize-url",
                        "Address for signing in",
                        "As Meetup has it.",
                        "https://secure.meetup.com/oauth2/authorize"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Secret",
                        "Of the OAuth client. With it access is renewed every hour.",
                        "ageless, so that access outlives two weeks",
                        "basic, for groups, members, events and answers",
                        "event_management, only to make and announce events from here"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Only if you signed in elsewhere and have one: it is good for once, and a new one is kept."),
                Credential.optional(
                        "token",
                        "Access token",
                        "Only to try it out: it ends after an hour, and takes the place of signing in."));
    }
}
