package org.folkmoot.connectors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.members.Told;

/// Counts how much of what passes is here already: looked up in chunks, and of a huge export only
/// the first part.
final class AlreadyHere {

    static final int MOST = 50_000;
    private static final int AT_ONCE = 1000;

    private final Known known;
    private final Map<String, List<String>> deeds = new HashMap<>();
    private final Set<Told.Key> people = new LinkedHashSet<>();
    private int waiting;
    private Share activities = new Share(0, 0);
    private Share persons = new Share(0, 0);

    AlreadyHere(Known known) {
        this.known = known;
    }

    /// @param looked how many were looked up, the first ones
    /// @param known how many of these are here
    record Share(long looked, long known) {

        Share and(long looked, long known) {
            return new Share(this.looked + looked, this.known + known);
        }
    }

    void deed(String source, String id) {
        if (activities.looked() + waiting < MOST) {
            deeds.computeIfAbsent(source, _ -> new ArrayList<>()).add(id.replace("\0", ""));
            if (++waiting >= AT_ONCE) {
                askForDeeds();
            }
        }
    }

    /// Each person once.
    void person(String source, String id) {
        if (persons.looked() + people.size() < MOST) {
            people.add(new Told.Key(source, id));
            if (people.size() >= AT_ONCE) {
                askForPeople();
            }
        }
    }

    Share activities() {
        askForDeeds();
        return activities;
    }

    Share people() {
        askForPeople();
        return persons;
    }

    private void askForDeeds() {
        deeds.forEach(
                (source, ids) -> {
                    var here = known.activities(source, ids);
                    var met = ids.stream().filter(here::contains).count();
                    activities = activities.and(ids.size(), met);
                });
        deeds.clear();
        waiting = 0;
    }

    private void askForPeople() {
        if (!people.isEmpty()) {
            persons = persons.and(people.size(), known.people(people));
            people.clear();
        }
    }
}
