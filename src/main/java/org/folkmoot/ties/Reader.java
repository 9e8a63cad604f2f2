package org.folkmoot.ties;

import java.text.NumberFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.When;

/// Puts what is known of ties into one reader's words, and keeps back what they may not see.
record Reader(String home, When when, ZoneId zone, Locale locale, boolean contacts, boolean edits) {

    static Reader of(Visitor visitor, Clock clock) {
        return new Reader(
                "/c/" + visitor.community().slug(),
                new When(clock.instant(), visitor.locale(), visitor.zone()),
                visitor.community().zone(),
                visitor.locale(),
                visitor.may(Permission.SEE_CONTACT_DATA),
                visitor.may(Permission.EDIT_PEOPLE));
    }

    /// The community's day.
    LocalDate today() {
        return LocalDate.ofInstant(when.now(), zone);
    }

    Instant noon(LocalDate day) {
        return day.atTime(12, 0).atZone(zone).toInstant();
    }

    String person(long member) {
        return home + "/people/" + member;
    }

    /// A name as this reader may see it: an address stands in for the name of whoever told none.
    String name(String name) {
        var at = name.indexOf('@');
        return contacts || at < 1 || name.indexOf('.', at) < 0
                ? name
                : name.substring(0, at) + "@…";
    }

    String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /// "1 person", "1,204 people".
    String people(long n) {
        return number(n) + (n == 1 ? " person" : " people");
    }

    /// How strong a tie is, with one digit after the point where it is small.
    String strength(double weight) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(weight < 10 ? 1 : 0);
        return weight < 0.1 ? "< " + format.format(0.1) : format.format(weight);
    }

    /// A share of one, as per cent.
    String share(double share) {
        var format = NumberFormat.getInstance(locale);
        format.setMaximumFractionDigits(share < 0.1 ? 1 : 0);
        return format.format(share * 100) + "\u00a0%";
    }
}
