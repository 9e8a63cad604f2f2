package org.folkmoot.connectors.csv;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Once;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.Nullable;

/// Turns the rows of one CSV into people, places and activities by a mapping.
final class CsvRows {

    /// What alone tells of nothing that happened.
    private static final Set<Target> ASIDE =
            EnumSet.of(Target.PLATFORM, Target.WEIGHT, Target.LINK);

    private final Mapping mapping;
    private final String source;
    private final String file;
    private final Finds finds;
    private final CsvPeople people;
    private final Dates dates;
    private final RowIds ids = new RowIds();
    private final Once once;

    CsvRows(Mapping mapping, String source, String file, Finds finds) {
        this.mapping = mapping;
        this.source = source;
        this.file = file;
        this.finds = finds;
        this.once = new Once(finds);
        this.dates = new Dates(mapping.dates(), mapping.zone());
        this.people = new CsvPeople(mapping, source, dates);
    }

    void read(CsvRow row) {
        var values = values(row);
        var person = people.of(row, values);
        var happened = happened(values);
        if (person == null && !happened) {
            refuse(row, "Nothing in this row tells who it is about.");
            return;
        }
        var when = values.getOrDefault(Target.TIME, "");
        var at = dates.read(when);
        if (happened && at == null) {
            refuse(
                    row,
                    when.isEmpty()
                            ? "This row tells of an activity but not when it happened."
                            : "“%s” is no date that can be read in the chosen order."
                                    .formatted(when));
            return;
        }
        if (person != null) {
            once.add(person);
        }
        if (happened) {
            var deed =
                    Deed.of(source, id(row, values), kind(values), idOf(person), at)
                            .in(place(values))
                            .under(blankToNull(values.get(Target.PARENT)))
                            .titled(blankToNull(values.get(Target.SUBJECT)))
                            .saying(blankToNull(values.get(Target.TEXT)))
                            .at(blankToNull(values.get(Target.LINK)));
            finds.add(
                    others(row, deed)
                            .fact("type", values.get(Target.KIND))
                            .fact("platform", values.get(Target.PLATFORM))
                            .fact("weight", values.get(Target.WEIGHT)));
        }
    }

    /// With the columns that have no meaning of their own, as facts by their names.
    private Deed others(CsvRow row, Deed deed) {
        var told = deed;
        var names = row.header().names();
        for (var i = 0; i < names.size(); i++) {
            if (mapping.columns().getOrDefault(names.get(i), Target.FIELD) == Target.FIELD) {
                told = told.fact(CsvPeople.field(names.get(i)), row.cells().get(i).strip());
            }
        }
        return told;
    }

    private static @Nullable String idOf(@Nullable Person person) {
        return person == null ? null : person.id();
    }

    /// Only files with a column of times list activities; in those, a row that has nothing of an
    /// activity, or a link alone, is a person by itself.
    private boolean happened(Map<Target, String> values) {
        return mapping.columns().containsValue(Target.TIME)
                && values.keySet().stream().anyMatch(t -> t.ofActivity() && !ASIDE.contains(t));
    }

    private Map<Target, String> values(CsvRow row) {
        var values = new EnumMap<Target, String>(Target.class);
        var names = row.header().names();
        for (var i = 0; i < names.size(); i++) {
            var target = mapping.columns().getOrDefault(names.get(i), Target.FIELD);
            var value = row.cells().get(i).strip();
            if (!value.isEmpty() && !target.many()) {
                values.putIfAbsent(target, value);
            }
        }
        return values;
    }

    private Kind kind(Map<Target, String> values) {
        var named = values.getOrDefault(Target.KIND, "");
        return KindWords.of(named)
                .orElse(values.containsKey(Target.PARENT) ? Kind.REPLY : mapping.kind());
    }

    private @Nullable String place(Map<Target, String> values) {
        var name = values.get(Target.PLACE);
        if (name == null) {
            return null;
        }
        var bare = name.startsWith("#") && name.length() > 1 ? name.substring(1) : name;
        once.add(Found.Place.of(source, bare, bare, Style.OTHER));
        return bare;
    }

    /// The id that the row gives, else one made of all it says: the same row again has the same.
    private String id(CsvRow row, Map<Target, String> values) {
        var given = values.get(Target.ACTIVITY_ID);
        if (given != null) {
            return given;
        }
        return ids.of(row);
    }

    /// A person or place that was said a short while ago needs not be said again.
    private void refuse(CsvRow row, String reason) {
        finds.add(new Found.Refused(file, row.line(), reason, row.raw()));
    }

    private static @Nullable String blankToNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value;
    }
}
