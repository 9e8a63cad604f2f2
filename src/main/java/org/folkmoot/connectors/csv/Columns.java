package org.folkmoot.connectors.csv;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;

/// What the columns of a CSV seem to mean, judged by their names in five languages and by what
/// stands in them.
///
/// @param guesses one for each column, in the file's order
/// @param dates how dates such as 03/04/2024 seem to be meant
/// @param warnings sentences for the person who imports, about the rows that were looked at
public record Columns(
        List<String> header, List<Guess> guesses, DateOrder dates, List<String> warnings) {

    private static final String GUESTS =
            "approvalstatus|tickettype|ticketname|attendeestatus|rsvp|rsvpstatus";

    /// Columns of when somebody came: of meetings' reports, guest lists and badge readers.
    private static final Set<String> CAME =
            Set.of(
                    "jointime",
                    "firstjoin",
                    "checkedinat",
                    "checkintime",
                    "checkindate",
                    "scantime",
                    "scantimestamp",
                    "scannedat",
                    "entrytime",
                    "timein",
                    "badgetime");

    /// Guesses by names first and values second.
    ///
    /// @param header the columns' names, each once
    /// @param rows some first rows, each as wide as the header
    public static Columns guess(List<String> header, List<List<String>> rows) {
        var columns = new ArrayList<ColumnValues>();
        for (var i = 0; i < header.size(); i++) {
            columns.add(ColumnValues.of(header.get(i), rows, i));
        }
        var activities = ofActivities(columns);
        var guesses = new ArrayList<Guess>();
        for (var column : columns) {
            guesses.add(column.guess(activities));
        }
        onlyOnce(guesses);
        var dates = new ArrayList<String>();
        for (var i = 0; i < header.size(); i++) {
            var target = guesses.get(i).target();
            if (target == Target.TIME || target == Target.JOINED || target == Target.LAST_SEEN) {
                dates.addAll(columns.get(i).values());
            }
        }
        var told = DateOrder.tell(dates);
        return new Columns(
                List.copyOf(header),
                List.copyOf(guesses),
                told.order(),
                SampleWarnings.of(columns, guesses, told));
    }

    /// The guess as a mapping that can be used, changed and kept; times without a zone in UTC.
    public Mapping mapping() {
        return mapping(ZoneOffset.UTC);
    }

    /// @param zone where times without a zone were
    public Mapping mapping(ZoneId zone) {
        var columns = new LinkedHashMap<String, Target>();
        guesses.forEach(guess -> columns.put(guess.column(), guess.target()));
        return new Mapping(columns, dates, zone, kind());
    }

    /// What it is that happened, as the name of the column of times tells: that somebody came, or
    /// else, in a list of guests, that they said they would; otherwise a message.
    private Kind kind() {
        var time =
                guesses.stream()
                        .filter(guess -> guess.target() == Target.TIME)
                        .map(guess -> CsvHeader.word(guess.column()))
                        .findFirst()
                        .orElse("");
        if (CAME.contains(time)) {
            return Kind.ATTENDANCE;
        }
        var guests =
                header.stream()
                        .map(CsvHeader::word)
                        .anyMatch(word -> CAME.contains(word) || word.matches(GUESTS));
        return guests || time.startsWith("rsvp") || time.equals("orderdate")
                ? Kind.REGISTRATION
                : Kind.MESSAGE;
    }

    /// Whether these rows tell of activities and not only of people: there is something that
    /// happened, or a plain date beside something that was said.
    private static boolean ofActivities(List<ColumnValues> columns) {
        var said = 0;
        var dated = false;
        for (var column : columns) {
            var target = HeaderWords.sure(column.word());
            if (target == Target.TIME) {
                return true;
            }
            said += target != null && target.ofActivity() && target != Target.PLATFORM ? 1 : 0;
            dated |=
                    HeaderWords.either(column.word(), true) == Target.TIME
                            || (target == null && column.mostly(ColumnValues.Looks.DATE));
        }
        return said > 0 && dated;
    }

    /// Of several columns for one thing the surest stays; the others become fields of their own.
    private static void onlyOnce(List<Guess> guesses) {
        Map<Target, Integer> best = new EnumMap<>(Target.class);
        for (var i = 0; i < guesses.size(); i++) {
            var guess = guesses.get(i);
            if (guess.target().many()) {
                continue;
            }
            var other = best.get(guess.target());
            if (other == null) {
                best.put(guess.target(), i);
                continue;
            }
            var first = guesses.get(other).confidence() >= guess.confidence();
            var loser = first ? i : other;
            var winner = first ? guesses.get(other) : guess;
            best.put(guess.target(), first ? other : i);
            guesses.set(
                    loser,
                    new Guess(
                            guesses.get(loser).column(),
                            Target.FIELD,
                            0.5,
                            "“%s” is the better column for that, so this one is kept by its own name."
                                    .formatted(winner.column())));
        }
    }
}
