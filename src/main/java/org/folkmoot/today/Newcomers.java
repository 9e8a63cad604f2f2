package org.folkmoot.today;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.Faces;
import org.folkmoot.metrics.Attendance;
import org.folkmoot.metrics.Attendance.Register;
import org.folkmoot.web.Person;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The people Today names: who is new, back again, or has gone quiet.
@Component
class Newcomers {

    static final int SHORT = 8;
    static final int LONG = 500;

    private final Movements movements;
    private final Attendance attendance;
    private final Faces faces;

    Newcomers(Movements movements, Attendance attendance, Faces faces) {
        this.faces = faces;
        this.movements = movements;
        this.attendance = attendance;
    }

    /// People of one sort.
    ///
    /// @param href the list behind
    record Group(String title, String words, String none, String href, List<Person> people) {}

    /// Whom Today names, and what for.
    enum Sort {
        NEW(
                "New",
                "Nobody new in the last 7 days.",
                "came ",
                "People first seen in the last 7 days, newest first."),
        BACK(
                "Back again",
                "Nobody came back in the last 7 days.",
                "back ",
                "People active in the last 7 days after 60 days or more without a sign."),
        QUIET(
                "Gone quiet",
                "No regular has fallen silent.",
                "last here ",
                "People who were here on five days or more in three months, and not in the last 30 days.");

        private final String title;
        private final String none;
        private final String note;
        private final String words;

        Sort(String title, String none, String note, String words) {
            this.title = title;
            this.none = none;
            this.note = note;
            this.words = words;
        }
    }

    List<Group> panels(When when, Visitor visitor) {
        return groups(List.of(Sort.values()), SHORT, when, visitor);
    }

    Group group(Sort sort, int most, When when, Visitor visitor) {
        return groups(List.of(sort), most, when, visitor).getFirst();
    }

    private List<Group> groups(List<Sort> sorts, int most, When when, Visitor visitor) {
        var register = register(when, visitor);
        var who = new EnumMap<Sort, List<Movements.Who>>(Sort.class);
        sorts.forEach(sort -> who.put(sort, who(sort, register, when.now(), visitor, most)));
        var worn =
                faces.of(
                        who.values().stream()
                                .flatMap(List::stream)
                                .map(Movements.Who::member)
                                .distinct()
                                .toList());
        return who.entrySet().stream()
                .map(e -> group(e.getKey(), e.getValue(), worn, when, visitor))
                .toList();
    }

    private Register register(When when, Visitor visitor) {
        var today = LocalDate.ofInstant(when.now(), visitor.community().zone());
        return attendance.between(Movements.since(today), today);
    }

    private static Group group(
            Sort sort,
            List<Movements.Who> who,
            Map<Long, String> worn,
            When when,
            Visitor visitor) {
        return new Group(
                sort.title,
                sort.words,
                sort.none,
                "/today/" + sort.name().toLowerCase(Locale.ROOT),
                who.stream()
                        .map(one -> person(one, worn.get(one.member()), sort, when, visitor))
                        .toList());
    }

    private List<Movements.Who> who(
            Sort sort, Register register, Instant now, Visitor visitor, int most) {
        var zone = visitor.community().zone();
        return switch (sort) {
            case NEW -> movements.fresh(now, most);
            case BACK -> movements.back(register, now, zone, most);
            case QUIET -> movements.quiet(register, now, zone, most);
        };
    }

    private static Person person(
            Movements.Who who, @Nullable String face, Sort sort, When when, Visitor visitor) {
        var home = "/c/" + visitor.community().slug();
        return new Person(
                who.name(),
                home + "/people/" + who.member(),
                null,
                who.platforms(),
                sort.note + when.words(who.at()),
                Faces.address(visitor, face));
    }
}
