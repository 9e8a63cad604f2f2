package org.folkmoot.sources.reddit;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to Reddit has to be told, and how to get it there.
final class RedditNeeds {

    private RedditNeeds() {}

    static List<String> steps() {
        return List.of(
                "Signed in as a moderator's account, open reddit.com/prefs/apps and choose create another app, script. Reddit may want to approve it first.",
                "Copy the id below its name and the secret, and give both here with that account's name and password. An account with two-factor authentication signs in with the button instead.",
                "Name the subreddits. Who moderates them there sees reports, the log and modmail here.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.list("subreddits", "Subreddits", "Their names, with or without r/.")
                        .required(),
                Setting.words("client-id", "App's id", "As it stands below the app's name.", ""),
                Setting.words(
                        "username",
                        "Account",
                        "In whose name the app works; what we write is by this account.",
                        ""),
                Setting.words(
                        "user-agent",
                        "Who asks",
                        "Reddit wants every program to say what it is and whose. Empty for a name made of the account's.",
                        ""),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As Reddit has it.",
                        "https://oauth.reddit.com"),
                Setting.address(
                        "token-url",
                        "Address of the tokens",
                        "As Reddit has it.",
                        "https://www.reddit.com/api/v1/access_token"),
                Setting.address(
                        "authorize-url",
                        "Address of the consent",
                        "As Reddit has it.",
                        "https://www.reddit.com/api/v1/authorize"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "App's secret",
                        "With it and the app's id we get a token for a day at a time."),
                Credential.optional(
                        "password",
                        "Account's password",
                        "Only for an app of the kind script. Without it, and without a consent, only what is public is read.",
                        "identity, to know whose token it is",
                        "read, for posts and comments",
                        "history, to find what we wrote when an answer was lost",
                        "modlog, for the moderation log",
                        "modposts, for the queue and reports, and to approve and remove from here",
                        "modmail, for modmail",
                        "submit and edit, only if you want to write from here",
                        "modcontributors, only if you want to ban from here"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Instead of the password, if you have one of a lasting consent."),
                Credential.optional(
                        "token", "Token", "Instead of all that, a token that you renew yourself."));
    }
}
