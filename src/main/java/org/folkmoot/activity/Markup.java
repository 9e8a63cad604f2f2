package org.folkmoot.activity;

import java.util.Locale;

/// How a text was written where it comes from, so that it can be shown safely and as meant.
public enum Markup {
    PLAIN,
    MARKDOWN,
    /// Slack's mrkdwn: `*bold*`, `<https://…|label>`, `<@U123>`.
    SLACK,
    HTML,
    /// A mail: plain, with `>` quotes.
    MAIL;

    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Markup of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
