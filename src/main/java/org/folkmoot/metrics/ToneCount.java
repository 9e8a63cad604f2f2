package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongToIntFunction;

/// Counts how the posts of one window sound, person by person, each post with whoever wrote it by
/// now.
final class ToneCount {

    /// So many days before a day its seven days begin.
    static final int REACH = 6;

    private final Ask ask;
    private final LongToIntFunction counted;
    private final LocalDate since;
    private final List<Sheets.Sheet> sheets;
    private final long from;
    private final long to;

    private final List<String> names = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Voices all = new Voices();
    private final Map<Integer, Voices> platforms = new TreeMap<>();
    private final Map<Long, Voices> places = new HashMap<>();
    private final Voices[] changes;
    private final Voice voice = new Voice();
    private final int persons;
    private long unsupported;
    private long unread;

    private ToneCount(Ask ask, int persons, LongToIntFunction counted, List<Sheets.Sheet> sheets) {
        this.ask = ask;
        this.persons = persons;
        this.counted = counted;
        this.since = since(ask);
        this.sheets = sheets;
        this.from = Census.micros(ask.window().from());
        this.to = Census.micros(ask.window().to());
        this.changes = new Voices[ask.window().days() + REACH + 1];
        Arrays.setAll(changes, _ -> new Voices());
    }

    private static LocalDate since(Ask ask) {
        return ask.window().first().minusDays(REACH);
    }

    /// Those of these sheets that are needed for the window alone.
    static List<Sheets.Sheet> of(Ask ask, List<Sheets.Sheet> sheets) {
        return sheets.stream()
                .filter(s -> !s.day().isBefore(since(ask)) && !s.day().isAfter(ask.window().last()))
                .toList();
    }

    /// The first day whose sheet is needed for the window and the one before.
    static LocalDate first(Ask ask) {
        return ask.window().before().first().minusDays(REACH);
    }

    /// @param sheets in the order of days, from six days before the window on
    static Tones of(Ask ask, Scope scope, List<Sheets.Sheet> sheets) {
        return of(ask, scope.people().size(), scope::counted, sheets);
    }

    /// @param persons how many there are
    /// @param counted whose an account is, as of [Scope]
    static Tones of(Ask ask, int persons, LongToIntFunction counted, List<Sheets.Sheet> sheets) {
        var count = new ToneCount(ask, persons, counted, sheets);
        var posts = count.sorted();
        for (int person = 0; person < posts.persons(); person++) {
            if (posts.begin(person) < posts.end(person)) {
                count.person(posts, posts.begin(person), posts.end(person));
            }
        }
        return count.tones();
    }

    /// One look says how many posts each person has, another puts them there.
    private PostsByPerson sorted() {
        var many = new int[persons];
        each(
                (person, _, _, _, at, code) -> {
                    if (code > ToneSheet.UNSUPPORTED) {
                        many[person]++;
                    } else if (at >= from) {
                        unread += code == ToneSheet.UNREAD ? 1 : 0;
                        unsupported += code == ToneSheet.UNSUPPORTED ? 1 : 0;
                    }
                });
        var posts = new PostsByPerson(many);
        each(
                (person, day, platform, place, _, code) -> {
                    if (code > ToneSheet.UNSUPPORTED) {
                        posts.put(person, day, number(platform), place, code);
                    }
                });
        return posts;
    }

    private int number(String platform) {
        return numbers.computeIfAbsent(
                platform,
                _ -> {
                    names.add(platform);
                    return names.size() - 1;
                });
    }

    private interface Taking {
        void take(int person, int day, String platform, long place, long at, int code);
    }

    private void each(Taking taking) {
        var place = ask.filters().place();
        for (var sheet : sheets) {
            int day = (int) (sheet.day().toEpochDay() - since.toEpochDay());
            ToneSheet.unpack(
                    sheet.body(),
                    counted,
                    (person, platform, where, at, code) -> {
                        if (at < to && (place == null || place == where)) {
                            taking.take(person, day, platform, where, at, code);
                        }
                    });
        }
    }

    private void person(PostsByPerson posts, int begin, int end) {
        weeks(posts, begin, end);
        int within = begin;
        while (within < end && posts.day(within) < REACH) {
            within++;
        }
        if (within == end) {
            return;
        }
        voice.clear();
        for (int i = within; i < end; i++) {
            voice.add(posts.code(i), 1);
        }
        all.add(voice, 1);
        for (int platform = 0; platform < names.size(); platform++) {
            voice.clear();
            for (int i = within; i < end; i++) {
                if (posts.platform(i) == platform) {
                    voice.add(posts.code(i), 1);
                }
            }
            if (voice.posts() > 0) {
                platforms.computeIfAbsent(platform, _ -> new Voices()).add(voice, 1);
            }
        }
        places(posts.places(within, end));
    }

    private void places(long[] some) {
        for (int i = 0; i < some.length; ) {
            long place = PostsByPerson.place(some[i]);
            voice.clear();
            while (i < some.length && PostsByPerson.place(some[i]) == place) {
                voice.add(PostsByPerson.code(some[i++]), 1);
            }
            if (place != 0) {
                places.computeIfAbsent(place, _ -> new Voices()).add(voice, 1);
            }
        }
    }

    /// What seven days of somebody come to stays the same until they write again, or until
    /// seven days have passed since they did.
    private void weeks(PostsByPerson posts, int begin, int end) {
        voice.clear();
        int written = begin;
        for (int past = begin; past < end; ) {
            int gone = posts.day(past) + REACH + 1;
            int day = written < end ? Math.min(posts.day(written), gone) : gone;
            if (day >= changes.length) {
                return;
            }
            changes[day].add(voice, -1);
            while (written < end && posts.day(written) == day) {
                voice.add(posts.code(written++), 1);
            }
            while (past < written && posts.day(past) + REACH + 1 == day) {
                voice.add(posts.code(past++), -1);
            }
            changes[day].add(voice, 1);
        }
    }

    private Tones tones() {
        var weeks = new HashMap<LocalDate, Tone>();
        var week = new Voices();
        for (int day = 0; day < changes.length - 1; day++) {
            week.add(changes[day]);
            if (day >= REACH && !week.silent()) {
                weeks.put(since.plusDays(day), week.tone());
            }
        }
        var byName = new HashMap<String, Voices>();
        platforms.forEach((number, voices) -> byName.put(names.get(number), voices));
        return new Tones(all.tone(), unsupported, unread, parts(byName), parts(places), weeks);
    }

    /// Those with most posts first.
    private static <K extends Comparable<? super K>> List<Tones.Part<K>> parts(
            Map<K, Voices> voices) {
        return voices.entrySet().stream()
                .map(e -> new Tones.Part<>(e.getKey(), e.getValue().tone()))
                .sorted(
                        Comparator.<Tones.Part<K>>comparingLong(p -> -p.tone().posts())
                                .thenComparing(Tones.Part::key))
                .toList();
    }
}
