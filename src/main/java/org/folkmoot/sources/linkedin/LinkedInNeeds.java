package org.folkmoot.sources.linkedin;

import java.util.List;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Setting;

/// What a connection to LinkedIn has to be told, and how to get it there.
final class LinkedInNeeds {

    private LinkedInNeeds() {}

    static List<String> steps() {
        return List.of(
                "On linkedin.com/developers make an app for your page, have the page verify it, and ask for the product Community Management API. LinkedIn approves it by hand.",
                "Under Auth add the address shown here as a redirect URL, copy Client ID and Client Secret here, and sign in with the button as an administrator of the page.",
                "For calls at once, add the address shown here under Webhooks, and subscribe the page.");
    }

    static List<Setting> settings() {
        return List.of(
                Setting.words(
                                "organization",
                                "Page",
                                "Its number, as it stands in the address of its admin view: 5515715.",
                                "")
                        .required(),
                Setting.words("client-id", "Client ID", "Of the app, for signing in.", ""),
                Setting.words(
                        "application-id",
                        "App's number",
                        "As it stands in the address of the app's own page. With it we can ask LinkedIn to call us.",
                        ""),
                Setting.words(
                        "api-version",
                        "Version of the API",
                        "Year and month. LinkedIn ends each after about a year.",
                        "202606"),
                Setting.address(
                        "base-url",
                        "Address of the API",
                        "As LinkedIn has it.",
                        "https://api.linkedin.com/rest"),
                Setting.address(
                        "token-url",
                        "Address of the tokens",
                        "As LinkedIn has it.",
                        "https://www.linkedin.com/oauth/v2/accessToken"),
                Setting.address(
                        "authorize-url",
                        "Address of the consent",
                        "As LinkedIn has it.",
                        "https://www.linkedin.com/oauth/v2/authorization"));
    }

    static List<Credential> secrets() {
        return List.of(
                Credential.optional(
                        "client-secret",
                        "Client Secret",
                        "Of the app. With the consent of an administrator of the page we get a token for sixty days; LinkedIn also signs its calls with it, and without it every call is refused.",
                        "r_organization_social, for posts, comments and reactions",
                        "rw_organization_admin, for the page's figures",
                        "w_organization_social, only if you want to post, answer and react from here"),
                Credential.optional(
                        "refresh-token",
                        "Refresh token",
                        "Instead of the button, if LinkedIn gives your app such."),
                Credential.optional(
                        "token",
                        "Token",
                        "Instead of all that, one made with LinkedIn's token generator. It ends after sixty days."));
    }
}
