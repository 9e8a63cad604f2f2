package org.folkmoot.connectors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.jspecify.annotations.Nullable;

/// What a reader found in an export, one at a time, always in the same order for the same file.
///
/// `source` is the space in which a platform's ids are unique, platform first: `slack:T024BE7LH`,
/// `discord:81384788765712384`, `stackexchange:tex.stackexchange.com`, `github`, `git`, `mail`. It
/// must come from what the export says, never from the file's name or path, so that overlapping
/// exports meet.
public sealed interface Found {

    /// A connected platform or export, named once before anything of it (again is harmless).
    record Origin(String source, String label, Markup markup) implements Found {}

    /// A channel, forum category, mailing list, repository, feed, calendar.
    record Place(
            String source,
            String id,
            String name,
            Style style,
            @Nullable String topic,
            @Nullable String url)
            implements Found {

        public static Place of(String source, String id, String name, Style style) {
            return new Place(source, id, name, style, null, null);
        }

        public Place about(@Nullable String topic, @Nullable String url) {
            return new Place(source, id, name, style, topic, url);
        }
    }

    /// An account on one platform. Profiles of the same (source, id) from several exports are
    /// merged field by field, the one with the later `asOf` first, so any order of imports ends
    /// alike.
    ///
    /// @param fields what is known, by the names in [Field] or any other lower_case name; blank
    ///     values are left out
    /// @param joined when the platform says they joined, if it does
    /// @param left when they left or were deactivated, if they are gone: the platform's date, else
    ///     the profile's last change, else the epoch (the ledger then takes their last activity)
    /// @param shown a time at which the platform shows they were there (their profile's own last
    ///     change), which dates people of whom nothing else is; never the export's date
    /// @param asOf when this profile was true: its last change, or the export's date; null if
    ///     unknown
    record Person(
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
    }

    /// The names of the fields that the house knows; a reader may add others.
    interface Field {
        String NAME = "name"; // what they call themselves, shown first
        String HANDLE = "handle"; // their user name there, without @
        String EMAIL = "email";
        String TITLE = "title";
        String ORGANISATION = "organisation";
        String TIMEZONE = "timezone"; // IANA name
        String LOCATION = "location";
        String LANGUAGE = "language"; // BCP 47
        String PRONOUNS = "pronouns";
        String AVATAR = "avatar"; // a URL; never loaded by itself
        String URL = "url"; // their page on the platform
        String WEBSITE = "website";
        String BIO = "bio";
        String GITHUB = "github"; // handles that the profile itself names
        String X = "x";
        String LINKEDIN = "linkedin";
        String DISCORD = "discord";
        String MASTODON = "mastodon";

        /// What a team said of them by hand: member, staff or bot. Only our own export tells it.
        String ROLE_BY_HAND = "role_by_hand";
    }

    /// One thing somebody did: a message, a reaction, a commit, a vote, a badge received.
    ///
    /// @param source the space of `id`, and of `who`, `place`, `parent` and `mentions` unless told
    /// @param id the platform's own id, or one derived from what cannot change (a reaction:
    ///     message, person, emoji); the same thing always gets the same id
    /// @param kind top-level posts are MESSAGE (the ledger finds questions by itself) unless the
    ///     platform says QUESTION, ISSUE...; anything under a parent is REPLY or COMMENT (the
    ///     ledger turns replies to another's question into answers) or REACTION, VOTE
    /// @param who the person's id in `source`; null when the export does not say
    /// @param at when; null only if nothing near gives a time, then it is refused
    /// @param inferred true when `at` was taken from the nearest fact
    /// @param parent the id of what it answers or reacts to, in `source`; need not be in the file
    /// @param text as given, in the origin's markup; for a reaction its emoji's name, for a badge
    ///     its name
    /// @param edited when it was last changed, if it was
    /// @param mentions ids of the people mentioned
    /// @param files names of attached files
    /// @param facts anything else worth keeping, by name
    record Deed(
            String source,
            String id,
            Kind kind,
            @Nullable String who,
            @Nullable Instant at,
            boolean inferred,
            @Nullable String place,
            @Nullable String parent,
            @Nullable String title,
            @Nullable String text,
            @Nullable String url,
            @Nullable Instant edited,
            Set<String> mentions,
            List<String> files,
            Map<String, String> facts)
            implements Found {

        public static Deed of(
                String source, String id, Kind kind, @Nullable String who, @Nullable Instant at) {
            return new Deed(
                    source, id, kind, who, at, false, null, null, null, null, null, null, Set.of(),
                    List.of(), Map.of());
        }

        public Deed inferred(boolean inferred) {
            return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
        }

        public Deed in(@Nullable String place) {
            return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
        }

        public Deed under(@Nullable String parent) {
            return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
        }

        public Deed titled(@Nullable String title) {
            return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
        }

        public Deed saying(@Nullable String text) {
            return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
        }

        public Deed at(@Nullable String url) {
            return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
        }

        public Deed edited(@Nullable Instant edited) {
            return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
        }

        public Deed mentioning(Set<String> mentions) {
            return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
        }

        public Deed files(List<String> files) {
            return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
        }

        /// Adds a fact unless its value is null or blank.
        public Deed fact(String name, @Nullable String value) {
            if (value == null || value.isBlank()) {
                return this;
            }
            var more = new LinkedHashMap<>(facts);
            more.put(name, value);
            return copy(inferred, place, parent, title, text, url, edited, mentions, files, more);
        }

        private Deed copy(
                boolean inferred,
                @Nullable String place,
                @Nullable String parent,
                @Nullable String title,
                @Nullable String text,
                @Nullable String url,
                @Nullable Instant edited,
                Set<String> mentions,
                List<String> files,
                Map<String, String> facts) {
            return new Deed(
                    source, id, kind, who, at, inferred, place, parent, title, text, url, edited,
                    mentions, files, facts);
        }
    }

    /// Something that was said later about a deed that may be in this export, another, or none yet.
    /// Marks only add up: any order of imports ends alike.
    record Mark(String source, String id, What what, @Nullable String by, @Nullable Instant at)
            implements Found {

        public enum What {
            /// The deed was deleted: it stays in the ledger and counts no more.
            DELETED,
            /// The answer was accepted by the one who asked.
            ACCEPTED,
            PINNED
        }
    }

    /// A later version of a deed's text, known without the deed itself (an edit event).
    record Edit(String source, String id, @Nullable String text, Instant at) implements Found {}

    /// A row that cannot be used. It is kept with its place and reason, shown, and tried again when
    /// the export is imported again.
    ///
    /// @param file path in the export
    /// @param line 1-based line, or the record's number where there are no lines
    /// @param reason one sentence for the person who imports
    /// @param raw the row as it stands, cut to 10,000 characters
    record Refused(String file, long line, String reason, String raw) implements Found {

        public Refused {
            if (raw.length() > 10_000) {
                raw = raw.substring(0, 10_000);
            }
        }
    }

    /// Collects findings, for readers' tests and previews of small files.
    final class Basket implements Finds {
        private final List<Found> all = new ArrayList<>();

        @Override
        public void add(Found found) {
            all.add(found);
        }

        public List<Found> all() {
            return List.copyOf(all);
        }

        public <T extends Found> List<T> all(Class<T> type) {
            return all.stream().filter(type::isInstance).map(type::cast).toList();
        }
    }
}
