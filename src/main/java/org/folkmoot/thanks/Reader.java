package org.folkmoot.thanks;

import java.time.Clock;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.When;

/// Puts what is thanked for into one reader's words, and keeps back what they may not see.
record Reader(
        String home, When when, boolean contacts, boolean reads, boolean edits, boolean sets) {

    static Reader of(Visitor visitor, Clock clock) {
        return new Reader(
                "/c/" + visitor.community().slug(),
                new When(clock.instant(), visitor.locale(), visitor.zone()),
                visitor.may(Permission.SEE_CONTACT_DATA),
                visitor.may(Permission.SEE_ACTIVITY),
                visitor.may(Permission.EDIT_PEOPLE),
                visitor.may(Permission.EDIT_SETTINGS));
    }

    /// An address below the wall.
    String thanks(String below) {
        return home + "/thanks" + below;
    }

    /// An address below the gifts.
    String gifts(String below) {
        return home + "/gifts" + below;
    }

    String profile(long member) {
        return home + "/people/" + member;
    }

    /// A name without the address that stands in for it where addresses may not be seen.
    String name(String name) {
        var at = name.indexOf('@');
        return contacts || at < 1 || name.indexOf('.', at) < 0
                ? name
                : name.substring(0, at) + "@…";
    }
}
