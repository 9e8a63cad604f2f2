package org.folkmoot.identity;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.Sketch;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;

/// Puts what is known of people into one reader's words, and keeps back what they may not see.
record Reader(String home, When when, Locale locale, boolean contacts, boolean edits) {

    private static final int ROOM = 8;

    static Reader of(Visitor visitor, Clock clock) {
        return new Reader(
                "/c/" + visitor.community().slug(),
                new When(clock.instant(), visitor.locale(), visitor.zone()),
                visitor.locale(),
                visitor.may(Permission.SEE_CONTACT_DATA),
                visitor.may(Permission.EDIT_PEOPLE));
    }

    /// An address below the list of people.
    String people(String below) {
        return home + "/people" + below;
    }

    /// Where a picture that is kept here is served; null for none.
    @Nullable String picture(@Nullable String face) {
        return face == null ? null : home + "/faces/" + face;
    }

    String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /// "1 person", "1,204 people".
    String many(long people) {
        return number(people) + (people == 1 ? " person" : " people");
    }

    /// "1 account", "1,204 accounts".
    String accounts(long n) {
        return number(n) + (n == 1 ? " account" : " accounts");
    }

    /// The accounts there is room for, and how many more there are.
    List<Sketch.Account> first(List<Sketch.Account> accounts) {
        return accounts.stream().limit(ROOM).toList();
    }

    int more(List<Sketch.Account> accounts) {
        return Math.max(0, accounts.size() - ROOM);
    }

    /// A reason, without the addresses in it where they may not be seen.
    String words(Evidence evidence) {
        return contacts ? evidence.words() : evidence.withoutAddresses().words();
    }

    /// In whose name something was done, for the start of a sentence.
    static String by(String who) {
        return switch (who) {
            case Reuniting.BY -> "Folkmoot, by itself";
            case "import" -> "An import";
            default -> who;
        };
    }
}
