package org.folkmoot.connectors;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.members.Told;
import org.jspecify.annotations.Nullable;

/// An account on one platform. Profiles of the same (source, id) from several exports are
/// merged field by field, the one with the later `asOf` first, so any order of imports ends
/// alike.
///
/// @param fields what is known, by the names in [Found.Field] or any other lower_case name; blank
///     values are left out
/// @param joined when the platform says they joined, if it does
/// @param left when they left or were deactivated, if they are gone: the platform's date, else
///     the profile's last change, else the epoch (the ledger then takes their last activity)
/// @param shown a time at which the platform shows they were there (their profile's own last
///     change), which dates people of whom nothing else is; never the export's date
/// @param asOf when this profile was true: its last change, or the export's date; null if
///     unknown
public record Person(
        String source,
        String id,
        Map<String, String> fields,
        Set<Flag> flags,
        Set<String> tags,
        List<String> notes,
        @Nullable Instant joined,
        @Nullable Instant left,
        @Nullable Instant asOf,
        @Nullable Instant shown)
        implements Found {

    public enum Flag {
        BOT,
        STAFF,
        /// A shared stand-in for many ("deleted user"): nobody, counted in no total.
        NOBODY
    }

    public static Person of(String source, String id) {
        return new Person(
                source, id, Map.of(), Set.of(), Set.of(), List.of(), null, null, null, null);
    }

    /// Adds a field unless its value is null or blank.
    public Person with(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        var more = new LinkedHashMap<>(fields);
        more.put(field, value.strip());
        return new Person(source, id, more, flags, tags, notes, joined, left, asOf, shown);
    }

    public Person flag(Flag flag, boolean on) {
        if (!on) {
            return this;
        }
        var more = new LinkedHashSet<>(flags);
        more.add(flag);
        return new Person(source, id, fields, more, tags, notes, joined, left, asOf, shown);
    }

    public Person tagged(Set<String> tags) {
        return new Person(source, id, fields, flags, tags, notes, joined, left, asOf, shown);
    }

    public Person noted(List<String> notes) {
        return new Person(source, id, fields, flags, tags, notes, joined, left, asOf, shown);
    }

    public Person joined(@Nullable Instant joined) {
        return new Person(source, id, fields, flags, tags, notes, joined, left, asOf, shown);
    }

    public Person left(@Nullable Instant left) {
        return new Person(source, id, fields, flags, tags, notes, joined, left, asOf, shown);
    }

    /// The profile was last changed then: that is how old it is, and they were there.
    public Person changed(@Nullable Instant at) {
        return new Person(source, id, fields, flags, tags, notes, joined, left, at, at);
    }

    /// The platform shows that they were there at this time.
    public Person shown(@Nullable Instant shown) {
        return new Person(source, id, fields, flags, tags, notes, joined, left, asOf, shown);
    }

    /// A leaving time as a profile keeps it: `~` before one that is only the last change.
    public static Instant leftAs(String kept) {
        return Instant.parse(kept.startsWith("~") ? kept.substring(1) : kept);
    }

    public Person asOf(@Nullable Instant asOf) {
        return new Person(source, id, fields, flags, tags, notes, joined, left, asOf, shown);
    }

    /// What it tells of an account.
    Told told() {
        var approximate = left != null && (left.equals(Instant.EPOCH) || left.equals(asOf));
        var told = new HashMap<>(fields);
        var roleByHand = told.remove(Found.Field.ROLE_BY_HAND);
        var elsewhere = told.remove(Found.Field.ELSEWHERE);
        return new Told(
                new Told.Key(source, id),
                told,
                flags.contains(Flag.BOT),
                flags.contains(Flag.STAFF),
                flags.contains(Flag.NOBODY),
                tags,
                notes,
                joined,
                left,
                !approximate,
                asOf,
                shown,
                roleByHand,
                elsewhere);
    }
}
