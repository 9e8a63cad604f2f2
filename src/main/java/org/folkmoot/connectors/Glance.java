package org.folkmoot.connectors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.folkmoot.activity.Kind;
import org.jspecify.annotations.Nullable;

/// Counts what a reader finds, until it has seen enough.
final class Glance implements Finds {

    private static final int MOST = 200_000;
    private static final int SHOWN = 5;
    private static final int NAMED = 8;

    /// What a bridge between two chats writes for somebody: `[irc] <nick> text`, `<nick> text`.
    private static final Pattern BRIDGED =
            Pattern.compile("^(\\[[\\w.#-]{2,20}]\\s*)?<[^<>|\\s]{1,40}>\\s+\\S.*", Pattern.DOTALL);

    private final AlreadyHere here;
    private final Instant now;
    private final long until;
    private final Map<Kind, Long> kinds = new EnumMap<>(Kind.class);
    private final Set<String> people = new HashSet<>();
    private final Set<String> places = new HashSet<>();
    private final List<String> placeNames = new ArrayList<>();
    private final Map<String, Person> samples = new LinkedHashMap<>();
    private final Map<String, int[]> speakers = new LinkedHashMap<>();
    private final List<Found.Refused> unread = new ArrayList<>();
    private @Nullable Instant first;
    private @Nullable Instant last;
    private long seen;
    private long listed;
    private long refused;
    private long inferred;

    /// @param until `System.nanoTime()` at which to stop
    Glance(AlreadyHere here, Instant now, long until) {
        this.here = here;
        this.now = now;
        this.until = until;
    }

    /// The glance has seen enough.
    static final class Enough extends RuntimeException {
        private static final long serialVersionUID = 1;

        Enough() {
            super("enough", null, false, false);
        }
    }

    @Override
    public void add(Found found) {
        if (++seen > MOST || (seen % 256 == 0 && System.nanoTime() > until)) {
            throw new Enough();
        }
        switch (found) {
            case Found.Place place -> {
                if (places.add(place.source() + "\0" + place.id()) && placeNames.size() < NAMED) {
                    placeNames.add(place.name());
                }
            }
            case Person person -> meet(person);
            case Deed deed -> count(deed);
            case Found.Refused row -> refuse(row);
            case Found.Origin _,
                    Found.Mark _,
                    Found.Edit _,
                    Found.Sighting _,
                    Found.Claim _,
                    Found.Also _ -> {}
        }
    }

    private void meet(Person person) {
        var key = person.source() + "\0" + person.id();
        listed += met(person.source(), person.id()) ? 1 : 0;
        var before = samples.get(key);
        var telling = !person.fields().isEmpty() && !person.flags().contains(Person.Flag.NOBODY);
        if (telling
                && (before != null || samples.size() < SHOWN)
                && (before == null || before.fields().size() < person.fields().size())) {
            samples.put(key, person);
        }
    }

    private void count(Deed deed) {
        var why = Ingest.wrongWith(deed, now);
        if (why != null) {
            refuse(new Found.Refused("", 0, why, deed.id()));
            return;
        }
        kinds.merge(deed.kind(), 1L, Long::sum);
        here.deed(deed.source(), deed.id());
        inferred += deed.inferred() ? 1 : 0;
        if (deed.who() != null) {
            met(deed.source(), deed.who());
            listen(deed, deed.who());
        }
        if (deed.place() != null) {
            places.add(deed.source() + "\0" + deed.place());
        }
        var at = deed.at();
        if (at != null) {
            first = first == null || at.isBefore(first) ? at : first;
            last = last == null || at.isAfter(last) ? at : last;
        }
    }

    private boolean met(String source, String person) {
        var first = people.add(source + "\0" + person);
        if (first) {
            here.person(source, person);
        }
        return first;
    }

    private void listen(Deed deed, String who) {
        if (deed.text() != null && (speakers.size() < 1000 || speakers.containsKey(who))) {
            var said = speakers.computeIfAbsent(who, _ -> new int[2]);
            said[0]++;
            said[1] += BRIDGED.matcher(deed.text()).matches() ? 1 : 0;
        }
    }

    private void refuse(Found.Refused row) {
        refused++;
        if (unread.size() < SHOWN) {
            unread.add(row);
        }
    }

    Preview preview(boolean whole, List<String> warnings) {
        var all = new ArrayList<>(warnings);
        speakers.entrySet().stream()
                .filter(e -> e.getValue()[1] >= 3 && e.getValue()[1] * 2 > e.getValue()[0])
                .limit(3)
                .forEach(
                        e ->
                                all.add(
                                        "%s seems to be a bridge to another chat: it writes for others as \"<name> words\". Their words are kept under the bridge's name."
                                                .formatted(name(e.getKey()))));
        if (inferred > 0) {
            all.add(
                    "%,d activities carry no time of their own; the time of what stands nearest is used."
                            .formatted(inferred));
        }
        return new Preview(
                whole,
                kinds.entrySet().stream()
                        .map(e -> new Preview.OfKind(e.getKey(), e.getValue()))
                        .sorted(Comparator.comparingLong(Preview.OfKind::times).reversed())
                        .toList(),
                people.size(),
                listed,
                here.activities(),
                here.people(),
                places.size(),
                List.copyOf(placeNames),
                first,
                last,
                List.copyOf(samples.values()),
                List.copyOf(all),
                refused,
                List.copyOf(unread));
    }

    private String name(String who) {
        return samples.values().stream()
                .filter(p -> p.id().equals(who))
                .map(p -> p.fields().getOrDefault(Found.Field.NAME, who))
                .findFirst()
                .orElse(who);
    }
}
