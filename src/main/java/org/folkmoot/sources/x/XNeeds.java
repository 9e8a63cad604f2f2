package org.folkmoot.sources.x;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to X has to be told, and how to get it there.
final class XNeeds {

    private XNeeds() {}

    static List<String> steps() {
        return List.of(
                "In X's developer console make an app, with User authentication settings: read and write, type Web App, and the address shown here as its callback. Buy credits, as X charges for what is read.",
                "Copy the OAuth 2.0 Client ID and Client Secret here, and sign in with the button. To only read, the app's Bearer Token as token will do.",
                "Say how much may be read in a month.",
                "For calls at once, give the app's API Key Secret and its Bearer Token here, and press the button after connecting.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.words(
                        "username",
                        "Account",
                        "Such as @folkmoot. Needed with a token that belongs to no account.",
                        ""),
                Setting.list(
                        "searches",
                        "Searches",
                        "What else is looked for in the last seven days, in X's own words: folkmoot lang:en."),
                Setting.words(
                        "monthly-reads",
                        "Reads in a month",
                        "Posts and people that may be read, each of which X charges for. When they are used up, nothing is read until the next month.",
                        "10000"),
                Setting.words(
                        "followers",
                        "Followers",
                        "Whether they are read, once a day: yes or no.",
                        "yes"),
                Setting.words("client-id", "Client ID", "Of the app, for signing in.", ""),
                Setting.address(
                        "base-url", "Address of the API", "As X has it.", "https://api.x.com"),
                Setting.address(
                        "token-url",
                        "Address of the tokens",
                        "As X has it.",
                        "https://api.x.com/2/oauth2/token"),
                Setting.address(
                        "authorize-url",
                        "Address of the consent",
                        "As X has it.",
                        "https://x.com/i/oauth2/authorize"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Client Secret",
                        "Of the app. With the account's consent we get tokens for two hours at a time.",
                        "tweet.read and users.read, for mentions, posts and people",
                        "follows.read, for followers",
                        "offline.access, to go on without you",
                        "tweet.write, only if you want to post from here",
                        "tweet.moderate.write, only if you want to hide replies from here",
                        "like.write, only if you want to like from here"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Instead of the button, if you have one. It is used once, and then replaced."),
                Credential.optional(
                        "token",
                        "Token",
                        "Instead of all that: the app's Bearer Token, which only reads, or an account's own."),
                Credential.optional(
                        "consumer-secret",
                        "API Key Secret",
                        "X signs its calls with it. Without it every call is refused."),
                Credential.optional(
                        "app-token",
                        "Bearer Token",
                        "Of the app itself, only so that we can ask X to call us."));
    }
}
