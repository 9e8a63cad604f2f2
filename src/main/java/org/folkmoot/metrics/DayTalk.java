package org.folkmoot.metrics;

import java.time.ZoneId;

/// What the talk of one day comes to, and what has to be the same for it to hold.
final class DayTalk {

    /// About so many bytes of a sheet speak of an account.
    private static final int BYTES = 4;

    private final Sheets.Sheet sheet;
    private final TalkCount count;
    private final Bloom accounts;
    private final boolean unknown;
    private final long to;
    private final long latest;

    DayTalk(Sheets.Sheet sheet, TalkRules rules, ZoneId zone) {
        this.sheet = sheet;
        this.to = rules.to();
        this.count = new TalkCount(zone, to);
        this.accounts = new Bloom(sheet.body().length / BYTES);
        this.unknown = !Root.unknown(sheet.body()).isEmpty();
        long last = Long.MIN_VALUE;
        for (var root : Root.unpack(sheet.body())) {
            count.add(rules, sheet.day(), root);
            last = Math.max(last, root.at());
            accounts.add(root.account());
            for (var deed : root.deeds()) {
                last = Math.max(last, deed.at());
                accounts.add(deed.account());
            }
            for (var guess : root.guesses()) {
                last = Math.max(last, guess.at());
                accounts.add(guess.account());
                guess.mentions().forEach(accounts::add);
            }
        }
        this.latest = last;
        count.done();
    }

    TalkCount count() {
        return count;
    }

    /// Whether the sheet says the same when no more is known than until that moment.
    boolean holds(Sheets.Sheet now, long until) {
        return sheet == now && (until == to || (latest < until && latest < to));
    }

    /// Whether it may come to something else when these accounts are others' by now, or nobody's.
    boolean speaksOf(long[] changed) {
        return (unknown && changed.length > 0) || accounts.mayHaveAny(changed);
    }
}
