package org.folkmoot.metrics;

import java.util.List;

/// How a window that is over sounds, and what has to be the same for it to hold.
final class SpanTones {

    /// About so many bytes of a sheet speak of an account.
    private static final int BYTES = 8;

    private final List<Sheets.Sheet> sheets;
    private final Bloom accounts;
    private final Tones tones;

    SpanTones(Ask ask, Scope scope, List<Sheets.Sheet> sheets) {
        this.sheets = sheets;
        this.accounts = new Bloom(sheets.stream().mapToInt(s -> s.body().length).sum() / BYTES);
        this.tones =
                ToneCount.of(
                        ask,
                        scope.people().size(),
                        account -> {
                            accounts.add(account);
                            return scope.counted(account);
                        },
                        sheets);
    }

    Tones tones() {
        return tones;
    }

    /// Whether it was counted from these very sheets.
    boolean holds(List<Sheets.Sheet> now) {
        if (now.size() != sheets.size()) {
            return false;
        }
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != sheets.get(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether it may be otherwise when these accounts are others' by now, or nobody's.
    boolean speaksOf(long[] changed) {
        return accounts.mayHaveAny(changed);
    }
}
