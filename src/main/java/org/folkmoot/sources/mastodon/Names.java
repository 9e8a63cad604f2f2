package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Accounts by their whole address, which is the same seen from any instance; the numbers that an
/// instance gives them are its own.
///
/// @param domain of accounts that are told without one and without an address
/// @param said whether somebody said so, then it is that of all
/// @param today when what is told of accounts is true
record Names(String domain, boolean said, Instant today) {

    private static final Pattern HOST = Pattern.compile("https?://([^/:?#@]+).*");

    static Names of(Line line) {
        var named = line.connection().setting("domain");
        var host = line.connection().address("base-url").getHost();
        return new Names(
                (named.isEmpty() ? host : named).toLowerCase(Locale.ROOT),
                !named.isEmpty(),
                line.now().truncatedTo(ChronoUnit.DAYS));
    }

    /// `ada@example.org`; empty when there is no account.
    String of(JsonNode account) {
        var acct = text(account, "acct");
        var plain =
                (acct.isEmpty() ? text(account, "username") : acct)
                        .strip()
                        .replaceFirst("^@", "")
                        .toLowerCase(Locale.ROOT);
        return plain.isEmpty() || plain.contains("@") ? plain : plain + "@" + home(account);
    }

    /// The API may answer under another name than that of the accounts' pages.
    private String home(JsonNode account) {
        var page = HOST.matcher(text(account, "url").toLowerCase(Locale.ROOT));
        return !said && page.matches() ? page.group(1) : domain;
    }
}
