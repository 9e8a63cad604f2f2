package org.folkmoot.connectors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Entry;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Ledger;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Page;
import org.folkmoot.activity.Places;
import org.folkmoot.activity.Style;
import org.folkmoot.members.Claims;
import org.folkmoot.members.Identities;
import org.folkmoot.members.Named;
import org.folkmoot.members.PeopleArchive.Turn;
import org.folkmoot.members.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Takes a page of findings into the house: people, places, ledger, in one transaction.
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Ingest {

    private static final Instant END_OF_TIME = Instant.parse("2100-01-01T00:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofHours(36);
    private static final Set<Kind> MAY_COME =
            Set.of(
                    Kind.REGISTRATION,
                    Kind.BOOKING,
                    Kind.EVENT_ORGANISED,
                    Kind.TALK,
                    Kind.ATTENDANCE);

    private final Identities identities;
    private final Claims claims;
    private final Places places;
    private final Ledger ledger;
    private final Keepers keepers;
    private final FieldColumns columns;
    private final Clock clock;

    Ingest(
            Identities identities,
            Claims claims,
            Places places,
            Ledger ledger,
            Keepers keepers,
            FieldColumns columns,
            Clock clock) {
        this.identities = identities;
        this.claims = claims;
        this.places = places;
        this.ledger = ledger;
        this.keepers = keepers;
        this.columns = columns;
        this.clock = clock;
    }

    /// What a page came to, and the rows of it that were refused.
    public record Taken(Import.Counts counts, List<Found.Refused> refused) {}

    /// @param sources the sources met so far in this run, by key; grows
    public Taken take(List<Found> page, Map<String, Integer> sources) {
        return take(page, new Drafts(), sources);
    }

    /// @param drafts of some of the page's deeds, or of none
    Taken take(List<Found> page, Drafts drafts, Map<String, Integer> sources) {
        var people = new ArrayList<Told>();
        var told = new HashSet<Told.Key>();
        var deeds = new ArrayList<Deed>();
        var authors = new LinkedHashSet<Told.Key>();
        var placesTold = new ArrayList<Places.Told>();
        var claimed = new ArrayList<Claims.Told>();
        var marks = new ArrayList<Page.Mark>();
        var edits = new ArrayList<Page.Edit>();
        var sightings = new ArrayList<Page.Sighting>();
        var lines = new ArrayList<Found.Also>();
        var refused = new ArrayList<Found.Refused>();
        for (var found : page) {
            switch (found) {
                case Found.Origin o -> {
                    sources.computeIfAbsent(
                            o.source(), key -> places.source(key, o.label(), o.markup()));
                    if (o.current()) {
                        places.rename(o.source(), o.label());
                    }
                }
                case Found.Place p ->
                        placesTold.add(
                                new Places.Told(
                                        number(p.source(), sources),
                                        p.id(),
                                        p.name(),
                                        p.style(),
                                        p.topic(),
                                        p.url(),
                                        p.asOf()));
                case Person p -> {
                    people.add(p.told());
                    told.add(new Told.Key(p.source(), p.id()));
                }
                case Deed d -> {
                    var why = wrongWith(d, clock.instant());
                    if (why != null) {
                        refused.add(new Found.Refused("", 0, why, d.toString()));
                    } else {
                        deeds.add(d);
                        if (d.who() != null) {
                            authors.add(new Told.Key(d.source(), d.who()));
                        }
                        if (d.place() != null) {
                            placesTold.add(
                                    Places.Told.only(number(d.source(), sources), d.place()));
                        }
                    }
                }
                case Found.Claim c -> {
                    var one = new Told.Key(c.source(), c.id());
                    var other = new Told.Key(c.otherSource(), c.otherId());
                    authors.add(one);
                    authors.add(other);
                    claimed.add(new Claims.Told(one, other, c.same(), c.why()));
                }
                case Found.Mark m ->
                        marks.add(
                                new Page.Mark(
                                        number(m.source(), sources),
                                        m.id(),
                                        Page.Mark.What.valueOf(m.what().name()),
                                        m.by(),
                                        m.at()));
                case Found.Edit e ->
                        edits.add(
                                new Page.Edit(
                                        number(e.source(), sources), e.id(), e.text(), e.at()));
                case Found.Sighting s ->
                        sightings.add(
                                new Page.Sighting(
                                        number(s.source(), sources),
                                        s.id(),
                                        s.there(),
                                        s.by(),
                                        s.at().truncatedTo(ChronoUnit.MICROS)));
                case Found.Also a -> {
                    lines.add(a);
                    authors.addAll(Named.accountsOf(a.row()));
                }
                case Found.Refused r -> refused.add(r);
            }
        }
        var met = identities.meet(people, authors);
        claimed.removeIf(
                c -> met.forgotten().contains(c.one()) || met.forgotten().contains(c.other()));
        var keepable = met.keepable();
        claims.keep(claimed, keepable);
        refused.addAll(keepers.take(Turn.BEFORE_LEDGER, lines, keepable));
        refused.addAll(columns.take(page, keepable));
        var met2 = places.meet(placesTold);
        var entries = deeds.stream().map(d -> entry(d, drafts, sources, met, met2)).toList();
        var recorded = ledger.record(new Page(entries, marks, edits, sightings));
        whoCameBack(met, recorded);
        refused.addAll(keepers.take(Turn.AFTER_LEDGER, lines, keepable));
        var news = new HashSet<>(met.fresh());
        news.addAll(met.changed());
        news.retainAll(told);
        var read = people.size() + recorded.stored() + recorded.known() + refused.size();
        var stored = news.size() + recorded.stored();
        return new Taken(
                new Import.Counts(
                        read,
                        stored,
                        read - stored - refused.size(),
                        refused.size(),
                        met.fresh().size(),
                        recorded.added()),
                refused);
    }

    private void whoCameBack(Identities.Met met, Page.Recorded recorded) {
        var touched = new HashSet<>(met.ids().values());
        touched.addAll(recorded.people());
        var gone = identities.goneYetActive(touched);
        if (!gone.isEmpty()) {
            identities.cameBack(gone.keySet(), ledger.firstAfter(gone));
        }
    }

    private int number(String source, Map<String, Integer> sources) {
        return sources.computeIfAbsent(source, key -> places.source(key, key, Markup.PLAIN));
    }

    /// Why a deed cannot be kept, in a sentence; null when it can.
    static @Nullable String wrongWith(Deed deed, Instant now) {
        var at = deed.at();
        if (at == null) {
            return "It has no time, and nothing near it gives one.";
        }
        if (at.isBefore(Instant.EPOCH)) {
            return "Its time, %s, is before 1970.".formatted(at);
        }
        if (!MAY_COME.contains(deed.kind()) && at.isAfter(now.plus(CLOCKS_DIFFER))) {
            return "Its time, %s, is in the future.".formatted(at);
        }
        if (at.isAfter(END_OF_TIME)) {
            return "Its time, %s, is after the year 2099.".formatted(at);
        }
        return deed.id().isBlank() ? "It has no id." : null;
    }

    private Entry entry(
            Deed d,
            Drafts drafts,
            Map<String, Integer> sources,
            Identities.Met met,
            Map<Places.Key, Places.Place> places) {
        var source = number(d.source(), sources);
        var place = d.place() == null ? null : places.get(new Places.Key(source, d.place()));
        return drafts.get(d)
                .by(
                        source,
                        d.who() == null ? null : met.ids().get(new Told.Key(d.source(), d.who())))
                .in(place == null ? null : place.id(), place == null ? Style.OTHER : place.style());
    }
}
