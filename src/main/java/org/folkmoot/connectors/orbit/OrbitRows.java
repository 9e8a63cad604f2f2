package org.folkmoot.connectors.orbit;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.csv.CsvRow;
import org.folkmoot.connectors.csv.Dates;
import org.folkmoot.connectors.csv.RowIds;
import org.jspecify.annotations.Nullable;

/// Rows of Orbit's CSV files: every row names a member, and an activity's row has a title besides.
/// The files bring no member ids: a member is told by e-mail, else by a handle, else by name.
final class OrbitRows {

    private static final String[] IDENTITY = {
        "email", "github", "twitter", "discord", "linkedin", "name", "member"
    };
    private static final String[] WHEN = {
        "occurred_at", "occurred on", "activity_date", "timestamp", "date"
    };
    private static final String[] TYPE = {"activity_type_key", "activity_type", "type"};

    private final String source;
    private final String file;
    private final Finds finds;
    private final RowIds ids = new RowIds();

    OrbitRows(String source, String file, Finds finds) {
        this.source = source;
        this.file = file;
        this.finds = finds;
    }

    void read(CsvRow row) {
        var member = member(row);
        if (member == null) {
            refuse(row, "This row has no name, e-mail or handle that tells whom it is about.");
            return;
        }
        var names =
                row.header().names().stream()
                        .map(n -> n.toLowerCase(Locale.ROOT).replace(' ', '_'))
                        .toList();
        var ofActivities =
                names.contains("key")
                        || names.contains("occurred_at")
                        || names.stream().anyMatch(n -> n.startsWith("activity_type"));
        finds.add(ofActivities ? member : more(row, member));
        if (ofActivities) {
            activity(row, member);
        }
    }

    private void activity(CsvRow row, Person member) {
        var when = row.first(WHEN);
        var at = Dates.USUAL.read(when);
        if (at == null || row.get("title").isEmpty()) {
            refuse(
                    row,
                    row.get("title").isEmpty()
                            ? "This activity has no title."
                            : when.isEmpty()
                                    ? "This activity does not say when it happened."
                                    : "“%s” is no date that can be read.".formatted(when));
            return;
        }
        var key = row.get("key");
        finds.add(
                Deed.of(
                                source,
                                key.isEmpty() ? ids.of(row) : key,
                                OrbitKinds.of(row.first(TYPE), row.get("title")),
                                member.id(),
                                at)
                        .titled(row.get("title"))
                        .saying(blankToNull(row.first("description", "body")))
                        .at(blankToNull(row.first("link", "link_url", "url")))
                        .fact("type", row.first(TYPE))
                        .fact("link_text", row.get("link_text"))
                        .fact("weight", row.get("weight"))
                        .fact("tags", row.first("tags", "activity_tags")));
    }

    private @Nullable Person member(CsvRow row) {
        var id = row.first("member_id", "id");
        for (var column : IDENTITY) {
            var value = row.get(column);
            if (id.isEmpty() && !value.isEmpty()) {
                var bare = value.toLowerCase(Locale.ROOT).replaceFirst("^@", "");
                id = column.equals("email") ? bare : column.replace("member", "name") + ":" + bare;
            }
        }
        if (id.isEmpty()) {
            return null;
        }
        var person = Person.of(source, id).with(Found.Field.NAME, row.first("name", "member"));
        for (var column : new String[] {"email", "github", "twitter", "linkedin", "discord"}) {
            var field = OrbitMembers.FIELDS.get(column);
            if (field != null) {
                person = person.with(field, row.get(column).replaceFirst("^@", ""));
            }
        }
        return person;
    }

    private static Person more(CsvRow row, Person member) {
        var person = member;
        for (var entry :
                OrbitMembers.FIELDS.entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .toList()) {
            if (!person.fields().containsKey(entry.getValue())) {
                person = person.with(entry.getValue(), row.get(entry.getKey()));
            }
        }
        for (var kept : OrbitMembers.KEPT.stream().sorted().toList()) {
            person = person.with(kept, row.get(kept));
        }
        return person.tagged(tags(row.first("tags", "tag_list")))
                .flag(
                        Person.Flag.STAFF,
                        Set.of("true", "yes", "1", "t")
                                .contains(row.get("teammate").toLowerCase(Locale.ROOT)))
                .joined(Dates.USUAL.read(row.first("created_at", "first_activity_occurred_at")))
                .asOf(Dates.USUAL.read(row.get("updated_at")));
    }

    private static Set<String> tags(String cell) {
        var tags = new LinkedHashSet<String>();
        for (var tag : cell.split("[,;]", -1)) {
            tags.add(tag.strip());
        }
        tags.remove("");
        return tags;
    }

    private void refuse(CsvRow row, String reason) {
        finds.add(new Found.Refused(file, row.line(), reason, row.raw()));
    }

    private static @Nullable String blankToNull(String value) {
        return value.isEmpty() ? null : value;
    }
}
