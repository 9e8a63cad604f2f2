package org.folkmoot.sources.prints;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;

/// Gives what platforms tell a time where they tell none: what reads otherwise than before was
/// changed when that was seen, and what is told of is there. Pulls and calls are compared each with
/// what came in the same way, as they may tell the same thing with other fields.
final class Prints {

    /// How long a platform may go on listing what it told was deleted.
    private static final Duration LISTS_LAG = Duration.ofMinutes(1);

    /// Whose print it is.
    ///
    /// @param called whether it came by a call of the platform; else we asked
    record Key(long thing, boolean called) {
        static final Comparator<Key> ORDER =
                Comparator.comparingLong(Key::thing).thenComparing(Key::called);
    }

    private final Map<Key, Print> all;
    private final Map<Key, Print> fresh = new HashMap<>();

    private final long round;

    /// @param kept what was kept of these things
    /// @param round the number of this round of pulls; nought for calls of the platform
    Prints(Map<Key, Print> kept, long round) {
        this.all = new HashMap<>(kept);
        this.round = round;
    }

    /// What is to be kept.
    Map<Key, Print> fresh() {
        return fresh;
    }

    /// A page or a call, with the times of what changed and sightings of what is there or gone.
    ///
    /// @param seen when it was asked for, or came
    List<Found> dated(List<Found> page, Instant seen) {
        var since = since(Saying.of(page), seen);
        var gone = gone(page);
        var there = new HashSet<Found.Sighting>();
        var dated = new ArrayList<Found>();
        for (var found : page) {
            var thing = Saying.thing(found);
            var moved = thing == null ? null : since.get(thing);
            dated.add(moved == null ? sighted(found, seen) : moved.on(found));
            if (found instanceof Deed d) {
                var at = shown(d, gone.contains(new Id(d.source(), d.id())), seen);
                if (at != null) {
                    there.add(new Found.Sighting(d.source(), d.id(), true, null, at));
                }
            }
        }
        dated.addAll(there);
        return dated;
    }

    /// Since when it is sure that a deed is there; null when that is not sure. A vote or a reaction
    /// says only that it was given then; a post or an event is as it is shown, unless the same page
    /// says that it is gone.
    private @Nullable Instant shown(Deed deed, boolean gone, Instant seen) {
        if (!Saying.mayChange(deed)) {
            return deed.inferred() ? null : deed.at();
        }
        return gone ? null : round == 0 ? seen : seen.minus(LISTS_LAG);
    }

    private record Id(String source, String id) {}

    /// @param own the platform's own time of those findings that it holds for
    private record Since(Instant own, Instant since, boolean left) {

        Found on(Found found) {
            if (Saying.own(found).isBefore(own)) {
                return found;
            }
            return switch (found) {
                case Deed d -> d.edited(since);
                case Found.Place p -> p.asOf(since);
                // of whom it was said that they left, only a word of that says that they are back
                case Person p -> left && p.left() == null ? p : p.asOf(since);
                default -> found;
            };
        }
    }

    private Map<Long, Since> since(Map<Long, Saying> sayings, Instant seen) {
        var all = new HashMap<Long, Since>();
        sayings.forEach(
                (thing, said) -> {
                    var after = after(new Key(thing, round == 0), said, seen);
                    var own = said.own() == null ? Instant.MIN : said.own();
                    var since = after.since();
                    if (since != null && !after.aside(said) && since.isAfter(own)) {
                        all.put(thing, new Since(own, since, after.tells("left")));
                    }
                });
        return all;
    }

    private Print after(Key key, Saying said, Instant seen) {
        var before = all.get(key);
        var after =
                before == null
                        ? Print.first(
                                said, all.get(new Key(key.thing(), !key.called())), seen, round)
                        : before.then(said, seen, round);
        if (!after.equals(before)) {
            all.put(key, after);
            fresh.put(key, after);
        }
        return after;
    }

    private static Set<Id> gone(List<Found> page) {
        var gone = new HashSet<Id>();
        for (var found : page) {
            if (found instanceof Found.Mark m && m.what() == Found.Mark.What.DELETED) {
                gone.add(new Id(m.source(), m.id()));
            }
        }
        return gone;
    }

    /// What is gone was seen to be so then, where the platform does not say since when; a space is
    /// called so now.
    private static Found sighted(Found found, Instant seen) {
        if (found instanceof Found.Origin o) {
            return o.now();
        }
        return found instanceof Found.Mark m
                        && m.what() == Found.Mark.What.DELETED
                        && m.at() == null
                ? new Found.Sighting(m.source(), m.id(), false, m.by(), seen)
                : found;
    }
}
