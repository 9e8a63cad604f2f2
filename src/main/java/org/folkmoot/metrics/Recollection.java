package org.folkmoot.metrics;

import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.folkmoot.kernel.CommunityId;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;

/// What single days, and windows that are over, came to when they were counted last, held softly.
/// When somebody is new, or is somebody else by now, only what speaks of them is counted again.
final class Recollection {

    private static final int FILTERS = 3;
    /// The four windows and those before them have 860.
    private static final int DAYS = 3000;
    private static final int SPANS = 12;

    private record Key(CommunityId community, Filters filters) {}

    /// Days whose own end differs: of a window that is over nothing later is known.
    private record Day(LocalDate day, long until) {}

    /// The days as these people make them.
    static final class Kept {
        private final Scope scope;
        private final Set<Long> chats;
        private final Map<Day, DayTalk> days = new ConcurrentHashMap<>();
        private final Map<Window, SpanTones> spans = new ConcurrentHashMap<>();

        private Kept(Scope scope, Set<Long> chats) {
            this.scope = scope;
            this.chats = chats;
        }

        /// The same of other people, without the days that speak of them.
        private Kept of(Scope others) {
            var kept = new Kept(others, chats);
            long @Nullable [] changed = scope.differences(others);
            if (changed != null) {
                days.forEach(
                        (day, talk) -> {
                            if (!talk.speaksOf(changed)) {
                                kept.days.put(day, talk);
                            }
                        });
                spans.forEach(
                        (window, tones) -> {
                            if (!tones.speaksOf(changed)) {
                                kept.spans.put(window, tones);
                            }
                        });
            }
            return kept;
        }

        /// @param sheets those of the window, which is over
        Tones of(Ask ask, List<Sheets.Sheet> sheets) {
            var known = spans.get(ask.window());
            if (known == null || !known.holds(sheets)) {
                known = new SpanTones(ask, scope, sheets);
                if (spans.size() > SPANS) {
                    spans.clear();
                }
                spans.put(ask.window(), known);
            }
            return known.tones();
        }

        /// @param rules of the window it is counted in
        TalkCount of(Sheets.Sheet sheet, TalkRules rules, Ask ask) {
            var day =
                    new Day(
                            sheet.day(),
                            ask.today() ? Long.MAX_VALUE : Census.micros(ask.window().to()));
            var known = days.get(day);
            if (known == null || !known.holds(sheet, rules.to())) {
                known = new DayTalk(sheet, rules, ask.window().zone());
                if (days.size() > DAYS) {
                    days.clear();
                }
                days.put(day, known);
            }
            return known.count();
        }
    }

    private final Map<Key, SoftReference<Kept>> all = new LinkedHashMap<>(16, 0.75f, true);

    synchronized Kept of(Filters filters, Scope scope, Set<Long> chats) {
        var key = new Key(Here.community(), filters);
        var reference = all.get(key);
        var known = reference == null ? null : reference.get();
        if (known != null && known.scope == scope && known.chats.equals(chats)) {
            return known;
        }
        var kept =
                known != null && known.chats.equals(chats)
                        ? known.of(scope)
                        : new Kept(scope, chats);
        all.put(key, new SoftReference<>(kept));
        if (all.size() > FILTERS) {
            all.remove(all.keySet().iterator().next());
        }
        return kept;
    }
}
