package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.folkmoot.sources.Line;
import tools.jackson.databind.JsonNode;

/// Accounts by their whole address, which is the same seen from any instance; the numbers that an
/// instance gives them are its own.
///
/// @param domain of accounts that are told without one
/// @param today when what is told of accounts is true
record Names(String domain, Instant today) {

    static Names of(Line line) {
        var named = line.connection().setting("domain");
        var host = line.connection().address("base-url").getHost();
        return new Names(
                (named.isEmpty() ? host : named).toLowerCase(Locale.ROOT),
                line.now().truncatedTo(ChronoUnit.DAYS));
    }

    /// `ada@example.org`; empty when there is no account.
    String of(JsonNode account) {
        var acct = text(account, "acct");
        return whole(acct.isEmpty() ? text(account, "username") : acct);
    }

    String whole(String acct) {
        var plain = acct.strip().replaceFirst("^@", "").toLowerCase(Locale.ROOT);
        return plain.isEmpty() || plain.contains("@") ? plain : plain + "@" + domain;
    }
}
