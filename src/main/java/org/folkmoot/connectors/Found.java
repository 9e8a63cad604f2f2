package org.folkmoot.connectors;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a reader found in an export, one at a time, always in the same order for the same file.
///
/// `source` is the space in which a platform's ids are unique, platform first: `slack:T024BE7LH`,
/// `discord:81384788765712384`, `stackexchange:tex.stackexchange.com`, `github`, `git`, `mail`. It
/// must come from what the export says, never from the file's name or path, so that overlapping
/// exports meet.
public sealed interface Found
        permits Found.Origin,
                Found.Place,
                Person,
                Deed,
                Found.Mark,
                Found.Edit,
                Found.Sighting,
                Found.Claim,
                Found.Also,
                Found.Refused {

    /// A connected platform or export, named once before anything of it (again is harmless).
    ///
    /// @param current whether it is called so now; else only where it has no name yet. Only the
    ///     frame of live connections tells it
    record Origin(String source, String label, Markup markup, boolean current) implements Found {

        public Origin(String source, String label, Markup markup) {
            this(source, label, markup, false);
        }

        public Origin now() {
            return new Origin(source, label, markup, true);
        }
    }

    /// A channel, forum category, mailing list, repository, feed, calendar.
    ///
    /// @param asOf when it was called so; null if unknown
    record Place(
            String source,
            String id,
            String name,
            Style style,
            @Nullable String topic,
            @Nullable String url,
            @Nullable Instant asOf)
            implements Found {

        public static Place of(String source, String id, String name, Style style) {
            return new Place(source, id, name, style, null, null, null);
        }

        public Place about(@Nullable String topic, @Nullable String url) {
            return new Place(source, id, name, style, topic, url, asOf);
        }

        public Place asOf(@Nullable Instant asOf) {
            return new Place(source, id, name, style, topic, url, asOf);
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

        // Only our own export tells these: with a space, as no column or field of others has it.

        /// What a team said of them by hand: member, staff or bot.
        String ROLE_BY_HAND = "role by hand";

        /// Of which Folkmoot community this is the export, by its short name.
        String ELSEWHERE = "from export";
    }

    /// Something that was said later about a deed that may be in this export, another, or none yet.
    /// Marks only add up: any order of imports ends alike.
    record Mark(String source, String id, What what, @Nullable String by, @Nullable Instant at)
            implements Found {

        public enum What {
            /// The deed was deleted: it stays in the ledger and counts no more, unless it was
            /// restored at a later time.
            DELETED,
            /// The deed was brought back at that time: a deletion of before holds no more.
            RESTORED,
            /// The answer was accepted by the one who asked.
            ACCEPTED,
            PINNED
        }
    }

    /// A later version of a deed's text, known without the deed itself (an edit event).
    record Edit(String source, String id, @Nullable String text, Instant at) implements Found {}

    /// What a platform showed when it was asked or called: the deed is there then, or gone. Only
    /// the frame of live connections tells it.
    record Sighting(String source, String id, boolean there, @Nullable String by, Instant at)
            implements Found {}

    /// What the export itself says of two accounts.
    ///
    /// @param same whether they are one person; else they are two
    /// @param why a sentence for the team, without addresses: "The repository's .mailmap says so"
    record Claim(
            String source, String id, String otherSource, String otherId, boolean same, String why)
            implements Found {}

    /// A line of our own export that another module wrote and takes back, see
    /// [org.folkmoot.members.Keeper].
    ///
    /// @param file where it stands, with `line`; empty when it stands in no file
    record Also(String type, JsonNode row, String file, long line) implements Found {

        /// A line that stands in no file.
        ///
        /// @param fields texts, numbers, truths and lists of them
        public static Also of(String type, Map<String, ?> fields) {
            var all = new LinkedHashMap<String, Object>();
            all.put("type", type);
            all.putAll(fields);
            return new Also(type, JsonMapper.shared().valueToTree(all), "", 0);
        }

        Refused refused(String why) {
            return new Refused(file, line, why, row.toString());
        }
    }

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
