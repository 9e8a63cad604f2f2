package org.folkmoot.connectors;

import java.time.Instant;
import java.util.List;
import org.folkmoot.activity.Kind;
import org.jspecify.annotations.Nullable;

/// What an export seems to hold, before it is imported.
///
/// @param whole whether all of it was read; else the numbers are what was seen so far
/// @param kinds how often each kind of activity was met, the most frequent first
/// @param people how many different people were listed or did something
/// @param knownActivities how many of them are here already
/// @param knownPeople how many of these are here already
/// @param places names of the places, some of them
/// @param first the time of the earliest activity
/// @param samples some people with their fields
/// @param warnings sentences
/// @param refused rows that cannot be read
/// @param unread the first of them
record Preview(
        boolean whole,
        List<OfKind> kinds,
        long people,
        long listed,
        AlreadyHere.Share knownActivities,
        AlreadyHere.Share knownPeople,
        long placesCount,
        List<String> places,
        @Nullable Instant first,
        @Nullable Instant last,
        List<Person> samples,
        List<String> warnings,
        long refused,
        List<Found.Refused> unread) {

    record OfKind(Kind kind, long times) {}

    long activities() {
        return kinds.stream().mapToLong(OfKind::times).sum();
    }

    /// Whether nothing in it is new.
    boolean nothingNew() {
        return whole
                && !empty()
                && knownActivities.known() == activities()
                && knownPeople.known() == people;
    }

    boolean empty() {
        return kinds.isEmpty() && people == 0 && refused == 0;
    }
}
