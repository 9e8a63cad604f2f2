package org.folkmoot.metrics;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.HoursBook;
import org.springframework.stereotype.Repository;

/// The day sheets of a span and the people they speak of, all of the running transaction's moment.
@Repository
class Almanac {

    /// Goes up when sheets are written otherwise, so that older ones no longer hold.
    private static final String PRESENCE = "1 ";
    private static final String TALK = "4 ";
    private static final String TONE = "1 ";

    private final Sheets sheets;
    private final DayMaking making;
    private final Census census;
    private final Chats chats;
    private final CountedKinds kinds;
    private final HoursBook hours;
    private final ToneDays tones;
    private final Recollection recollection = new Recollection();

    Almanac(
            Sheets sheets,
            DayMaking making,
            Census census,
            Chats chats,
            CountedKinds kinds,
            HoursBook hours,
            ToneDays tones) {
        this.sheets = sheets;
        this.making = making;
        this.census = census;
        this.chats = chats;
        this.kinds = kinds;
        this.hours = hours;
        this.tones = tones;
    }

    Scope scope(Filters filters, Sheets.Notes notes) {
        return census.scope(filters, census.people(notes));
    }

    /// The same as if the role of these members were another.
    Scope supposing(Filters filters, Collection<Long> members, boolean staff, Sheets.Notes notes) {
        return census.scope(filters, census.people(notes).supposing(members, staff));
    }

    /// Who was active on each day from the first given to the window's last.
    List<Sheets.Sheet> presence(Ask ask, LocalDate first, Sheets.Notes notes) {
        return presence(first, ask.window().last(), notes);
    }

    List<Sheets.Sheet> presence(LocalDate first, LocalDate last, Sheets.Notes notes) {
        return sheets.read(Sheets.Part.PRESENCE, first, last, PRESENCE, making::presence, notes);
    }

    /// What was begun in a window: who waited, and what others did with what was made.
    record Talk(Waits waits, Contents.Breakdown breakdown) {}

    /// Of the window and of the one before.
    Report.Both<Talk> talk(Ask ask, Scope scope, Sheets.Notes notes) {
        var days = talk(ask, ask.window().before().first(), notes);
        var rules = rules(ask, scope, days);
        var kept = kept(ask, scope, rules.chats(), notes);
        return new Report.Both<>(
                talk(ask, rules, days, kept),
                talk(ask.before(), rules.of(ask.before()), days, kept));
    }

    private Talk talk(Ask ask, TalkRules rules, List<Sheets.Sheet> days, Recollection.Kept kept) {
        var window = ask.window();
        var all = new TalkCount(window.zone(), rules.to());
        for (var day : days) {
            if (!day.day().isBefore(window.first()) && !day.day().isAfter(window.last())) {
                all.add(kept.of(day, rules, ask));
            }
        }
        var open = new OpenTime(hours.here(), window.zone(), window.from(), window.to());
        return new Talk(all.waits(rules.staffed(), open), all.breakdown());
    }

    /// Goes over what was begun in the window, with the rules by which it counts.
    void each(Ask ask, Scope scope, Sheets.Notes notes, BiConsumer<TalkRules, Root> told) {
        var days = talk(ask, ask.window().first(), notes);
        var rules = rules(ask, scope, days);
        days.forEach(day -> Root.unpack(day.body()).forEach(root -> told.accept(rules, root)));
    }

    private List<Sheets.Sheet> talk(Ask ask, LocalDate first, Sheets.Notes notes) {
        var zone = ask.window().zone();
        var content = kinds.that(Kind.Counts.CONTENT);
        return sheets.read(
                Sheets.Part.TALK,
                first,
                ask.window().last(),
                TALK + zone + " " + content,
                missing -> making.talk(missing, zone, content),
                notes);
    }

    private TalkRules rules(Ask ask, Scope scope, List<Sheets.Sheet> days) {
        var names = new HashSet<Root.Name>();
        days.forEach(day -> names.addAll(Root.unknown(day.body())));
        return new TalkRules(ask, scope, chats.all(), census.accounts(names));
    }

    /// How what was written in the window and in the one before sounds.
    Report.Both<Tones> tones(Ask ask, Scope scope, Sheets.Notes notes) {
        var zone = ask.window().zone();
        var days =
                sheets.read(
                        Sheets.Part.TONE,
                        ToneCount.first(ask),
                        ask.window().last(),
                        TONE + zone,
                        missing -> tones.of(missing, zone),
                        notes);
        var kept = kept(ask, scope, chats.all(), notes);
        return new Report.Both<>(
                ToneCount.of(ask, scope, ToneCount.of(ask, days)),
                kept.of(ask.before(), ToneCount.of(ask.before(), days)));
    }

    /// Within somebody's own transaction nothing is kept and nothing is taken.
    private Recollection.Kept kept(Ask ask, Scope scope, Set<Long> chatting, Sheets.Notes notes) {
        return (notes.alone() ? recollection : new Recollection())
                .of(ask.filters(), scope, chatting);
    }
}
