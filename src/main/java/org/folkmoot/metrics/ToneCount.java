package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts how the posts of one window sound, post by post, each with whoever wrote it by now.
final class ToneCount {

    /// So many days before a day its seven days begin.
    static final int REACH = 6;

    private final long from;
    private final long to;
    private final Ask ask;
    private final Scope scope;
    private final Map<Integer, Voice> all = new HashMap<>();
    private final Map<String, Map<Integer, Voice>> platforms = new HashMap<>();
    private final Map<Long, Map<Integer, Voice>> places = new HashMap<>();
    private final Map<LocalDate, Map<Integer, Voice>> days = new HashMap<>();
    private long unsupported;
    private long unread;

    private ToneCount(Ask ask, Scope scope) {
        this.ask = ask;
        this.scope = scope;
        this.from = Census.micros(ask.window().from());
        this.to = Census.micros(ask.window().to());
    }

    /// The first day whose sheet is needed for the window and the one before.
    static LocalDate first(Ask ask) {
        return ask.window().before().first().minusDays(REACH);
    }

    /// @param sheets from six days before the window on
    static Tones of(Ask ask, Scope scope, List<Sheets.Sheet> sheets) {
        var count = new ToneCount(ask, scope);
        var since = ask.window().first().minusDays(REACH);
        for (var sheet : sheets) {
            if (!sheet.day().isBefore(since) && !sheet.day().isAfter(ask.window().last())) {
                count.add(sheet);
            }
        }
        return count.tones();
    }

    private void add(Sheets.Sheet sheet) {
        var place = ask.filters().place();
        ToneSheet.unpack(
                sheet.body(),
                scope::counted,
                (person, platform, where, at, code) -> {
                    if (at < to && (place == null || place == where)) {
                        count(sheet.day(), person, platform, where, at >= from, code);
                    }
                });
    }

    private void count(
            LocalDate day, int person, String platform, long place, boolean within, int code) {
        if (code == ToneSheet.UNREAD || code == ToneSheet.UNSUPPORTED) {
            unread += within && code == ToneSheet.UNREAD ? 1 : 0;
            unsupported += within && code == ToneSheet.UNSUPPORTED ? 1 : 0;
            return;
        }
        int way = ToneSheet.way(code);
        int polarity = ToneSheet.polarity(code);
        voice(days.computeIfAbsent(day, _ -> new HashMap<>()), person).add(way, polarity);
        if (within) {
            voice(all, person).add(way, polarity);
            voice(platforms.computeIfAbsent(platform, _ -> new HashMap<>()), person)
                    .add(way, polarity);
            if (place != 0) {
                voice(places.computeIfAbsent(place, _ -> new HashMap<>()), person)
                        .add(way, polarity);
            }
        }
    }

    private static Voice voice(Map<Integer, Voice> voices, int person) {
        return voices.computeIfAbsent(person, _ -> new Voice());
    }

    private Tones tones() {
        return new Tones(
                Tone.of(all.values()),
                unsupported,
                unread,
                parts(platforms),
                parts(places),
                weeks());
    }

    private static <K extends Comparable<? super K>> List<Tones.Part<K>> parts(
            Map<K, Map<Integer, Voice>> voices) {
        return voices.entrySet().stream()
                .map(e -> new Tones.Part<>(e.getKey(), Tone.of(e.getValue().values())))
                .sorted(
                        Comparator.<Tones.Part<K>>comparingLong(p -> -p.tone().posts())
                                .thenComparing(Tones.Part::key))
                .toList();
    }

    private Map<LocalDate, Tone> weeks() {
        var weeks = new HashMap<LocalDate, Tone>();
        for (var day : ask.window().eachDay()) {
            var week = new HashMap<Integer, Voice>();
            for (int back = 0; back <= REACH; back++) {
                days.getOrDefault(day.minusDays(back), Map.of())
                        .forEach((person, voice) -> voice(week, person).add(voice));
            }
            if (!week.isEmpty()) {
                weeks.put(day, Tone.of(week.values()));
            }
        }
        return weeks;
    }
}
