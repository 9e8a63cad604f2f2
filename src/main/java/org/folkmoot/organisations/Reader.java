package org.folkmoot.organisations;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.PeopleFinder;
import org.folkmoot.web.When;

/// Puts organisations into one reader's words, and keeps back what they may not see.
record Reader(
        String home,
        When when,
        Locale locale,
        boolean contacts,
        boolean edits,
        boolean sways,
        boolean counts,
        boolean reads) {

    static Reader of(Visitor visitor, Clock clock) {
        return new Reader(
                "/c/" + visitor.community().slug(),
                new When(clock.instant(), visitor.locale(), visitor.zone()),
                visitor.locale(),
                visitor.may(Permission.SEE_CONTACT_DATA),
                visitor.may(Permission.EDIT_PEOPLE),
                visitor.may(Permission.EDIT_SETTINGS),
                visitor.may(Permission.SEE_NUMBERS),
                visitor.may(Permission.SEE_ACTIVITY));
    }

    /// An address below the list of organisations.
    String path(String below) {
        return home + "/organisations" + below;
    }

    /// The page of an organisation that is kept, or of a name that is not.
    String page(@org.jspecify.annotations.Nullable Long id, String name) {
        return id == null ? path("/named?name=" + encoded(name)) : path("/" + id);
    }

    String person(long member) {
        return home + "/people/" + member;
    }

    /// The people of an organisation as a list to work with.
    String people(String organisation) {
        return home + "/people?organisation=" + encoded(organisation);
    }

    String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /// "1 person", "1,204 people".
    String many(long people) {
        return number(people) + (people == 1 ? " person" : " people");
    }

    String name(String name) {
        return PeopleFinder.name(name, contacts);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day);
    }

    String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("MMM yyyy", locale).format(month);
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
