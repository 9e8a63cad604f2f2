package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.text;

import java.util.List;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.sources.Counting;
import org.folkmoot.sources.Line;

/// How many posts the account has written and passed on. Its followers may hide themselves, and
/// what an instance has of others is not all of it, so nothing else is compared.
final class MastodonCounting implements Counting {

    @Override
    public List<Total> count(Line line) {
        var me = new MastodonApi(line).me();
        var acct = Names.of(line).of(me);
        var told = text(me, "statuses_count");
        return acct.isEmpty() || !told.matches("\\d{1,15}")
                ? List.of()
                : List.of(
                        new Total(
                                "posts of @%s (there with those for followers only)"
                                        .formatted(acct),
                                Long.parseLong(told),
                                Statuses.SOURCE,
                                "",
                                acct,
                                Set.of(Kind.MESSAGE, Kind.REPLY, Kind.SHARE)));
    }
}
