package org.folkmoot.sources.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Found.Field;
import org.folkmoot.connectors.Person;
import org.folkmoot.connectors.csv.Dates;
import org.folkmoot.sources.Call;
import org.folkmoot.store.Seal;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Translates calls into findings, row by row, by what they mean.
///
/// @param label how people call the sender
/// @param delivery the call's own name, empty where it has none
/// @param now when it came, for rows that tell no time
record Rows(Meaning meaning, String label, String delivery, Instant now, Finds finds) {

    private static final List<String> LISTS =
            List.of("events", "items", "records", "rows", "results", "entries", "data");

    /// @throws IllegalArgumentException when there are no rows in it
    void read(Call call) {
        finds.add(new Found.Origin(meaning.source(), label, Markup.PLAIN));
        var whole = call.json();
        var line = 0;
        for (var row : rows(whole)) {
            line++;
            var why = row.isObject() ? one(new Where.Row(row, whole, call), line) : "It is no row.";
            if (!why.isEmpty()) {
                finds.add(new Found.Refused("call", line, why, row.toString()));
            }
        }
    }

    private List<JsonNode> rows(JsonNode whole) {
        var root = whole;
        if (!meaning.each().isEmpty()) {
            root =
                    Where.of(meaning.each())
                            .node(whole)
                            .orElseThrow(
                                    () ->
                                            new IllegalArgumentException(
                                                    "There is nothing at %s in it."
                                                            .formatted(meaning.each())));
        } else if (whole.isObject()) {
            for (var name : LISTS) {
                var inside = whole.path(name);
                if (inside.isArray() && inside.path(0).isObject()) {
                    root = inside;
                    break;
                }
            }
        }
        var rows = new ArrayList<JsonNode>();
        if (root.isArray()) {
            root.forEach(rows::add);
        } else {
            rows.add(root);
        }
        return rows;
    }

    /// @return why the row cannot be used; empty when it was
    private String one(Where.Row row, int line) {
        var done = meaning.done(row).orElse("");
        if (done.isEmpty()) {
            var theirs = meaning.text(Part.KIND, row);
            return theirs.isEmpty()
                    ? "It does not tell what was done: set kind, such as kind=attendance."
                    : "Nobody said what %s means here: add it to kinds, such as %s=attendance."
                            .formatted(theirs, theirs);
        }
        if (done.equals(Meaning.IGNORED)) {
            return "";
        }
        var id = meaning.text(Part.ID, row);
        if (done.equals(Meaning.DELETED)) {
            if (id.isEmpty()) {
                return "It does not tell the id of what was deleted.";
            }
            finds.add(new Found.Mark(meaning.source(), id, Found.Mark.What.DELETED, null, null));
            return "";
        }
        var told = meaning.text(Part.TIME, row);
        var at = told.isEmpty() ? null : Dates.USUAL.read(told);
        if (at == null && !told.isEmpty()) {
            return "%s is no time that can be read.".formatted(told);
        }
        if (done.equals(Meaning.PERSON)) {
            return person(row, at) == null ? "It does not tell who." : "";
        }
        if (id.isEmpty() && at == null && delivery.isEmpty()) {
            return "It has neither an id nor a time, so nobody could tell it from another.";
        }
        return deed(row, Kind.of(done), id, at, line);
    }

    private String deed(Where.Row row, Kind kind, String id, @Nullable Instant at, int line) {
        var text = meaning.text(Part.TEXT, row);
        var title = meaning.text(Part.TITLE, row);
        var who = person(row, at);
        if (who == null && text.isEmpty() && title.isEmpty()) {
            return "It tells neither who nor what.";
        }
        var place = meaning.text(Part.PLACE, row);
        var made = at == null ? delivery + "/" + line : hash(kind, who, at, place, title, text);
        var own = id.isEmpty() ? made : id;
        var parent = meaning.text(Part.PARENT, row);
        var under = parent.isEmpty() || parent.equals(own) ? null : parent;
        var edited = Dates.USUAL.read(meaning.text(Part.EDITED, row));
        if (!place.isEmpty()) {
            finds.add(Found.Place.of(meaning.source(), place, place, Style.OTHER));
        }
        finds.add(
                Deed.of(
                                meaning.source(),
                                own,
                                kind == Kind.MESSAGE && under != null ? Kind.REPLY : kind,
                                who,
                                at == null ? now : at)
                        .inferred(at == null)
                        .in(place.isEmpty() ? null : place)
                        .under(under)
                        .titled(title.isEmpty() ? null : title)
                        .saying(text.isEmpty() ? null : text)
                        .at(address(meaning.text(Part.URL, row)))
                        .edited(edited == null || edited.equals(at) ? null : edited));
        return "";
    }

    private @Nullable String person(Where.Row row, @Nullable Instant at) {
        var email = meaning.text(Part.EMAIL, row);
        var given = meaning.text(Part.PERSON, row);
        var id = given.isEmpty() ? email.toLowerCase(Locale.ROOT) : given;
        if (id.isEmpty()) {
            return null;
        }
        var address =
                email.isEmpty() && id.matches("[^\\s@<>]+@[^\\s@<>]+\\.[^\\s@<>]+") ? id : email;
        finds.add(
                Person.of(meaning.source(), id)
                        .with(Field.NAME, meaning.text(Part.PERSON_NAME, row))
                        .with(Field.EMAIL, address)
                        .asOf(at));
        return id;
    }

    private static @Nullable String address(String url) {
        return url.matches("(?i)https?://\\S{1,2000}") ? url : null;
    }

    private static String hash(Kind kind, @Nullable String who, Instant at, String... said) {
        var all = kind.key() + "\n" + who + "\n" + at + "\n" + String.join("\n", said);
        return "hash:" + HexFormat.of().formatHex(Seal.digest(all), 0, 16);
    }
}
