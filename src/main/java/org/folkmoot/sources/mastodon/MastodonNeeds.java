package org.folkmoot.sources.mastodon;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to Mastodon has to be told, and how to get it there.
final class MastodonNeeds {

    private MastodonNeeds() {}

    static List<String> steps() {
        return List.of(
                "On your instance open Preferences, Development, New application. Call it Folkmoot and choose the scopes named below.",
                "Open the application and copy Your access token.",
                "If you run the instance: under Administration, Webhooks add the address shown here after connecting, choose the events, and copy the Signing secret of the webhook.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.address(
                        "base-url",
                        "Address of the instance",
                        "Such as https://mastodon.example.org.",
                        ""),
                Setting.list("tags", "Tags", "Whose posts are read, such as opensource."),
                Setting.list(
                        "lists", "Lists", "Numbers of lists of the account whose posts are read."),
                Setting.words(
                        "domain",
                        "Domain of its accounts",
                        "Only if accounts are called otherwise than after the address above.",
                        ""),
                Setting.words(
                        "visibility",
                        "Who sees what we post",
                        "public, unlisted or private.",
                        "public"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.needed(
                        "token",
                        "Access token",
                        "With it we read as your account, and post when you do so here.",
                        "read:accounts, for the account and its followers",
                        "read:statuses, for posts, threads and tags",
                        "read:notifications, for mentions, boosts, favourites and new followers",
                        "read:lists, only for lists",
                        "read:search, to answer posts of other instances",
                        "write:statuses and write:favourites, only if you want to post and react from here",
                        "admin:read:reports, only if the account moderates the instance",
                        "admin:read:accounts and admin:write:accounts, only if you want to limit or suspend from here"),
                Credential.optional(
                        "webhook-secret",
                        "Signing secret",
                        "The instance signs its calls with it. Without it every call is refused."));
    }
}
