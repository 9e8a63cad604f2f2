package org.folkmoot.listening;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.Locale;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.When;

/// Puts what was read into one reader's words.
record Reader(String home, When when, Locale locale, boolean edits, boolean exports) {

    static Reader of(Visitor visitor, Clock clock) {
        return new Reader(
                "/c/" + visitor.community().slug(),
                new When(clock.instant(), visitor.locale(), visitor.zone()),
                visitor.locale(),
                visitor.may(Permission.EDIT_PEOPLE) && visitor.may(Permission.SEE_ACTIVITY),
                visitor.may(Permission.EXPORT) && visitor.may(Permission.SEE_ACTIVITY));
    }

    String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /// "1 post", "1,204 posts".
    String count(long n, String one, String many) {
        return number(n) + " " + (n == 1 ? one : many);
    }

    String percent(double share) {
        return number(Math.round(share * 100)) + "\u00a0%";
    }

    /// A language's name by its code.
    String language(String code) {
        return code.isEmpty() ? "no language" : Locale.of(code).getDisplayLanguage(locale);
    }

    /// @throws Refusal.NotAllowed when this visitor may not read what people write
    static void mayRead(Visitor visitor) {
        if (!visitor.may(Permission.SEE_ACTIVITY)) {
            throw new Refusal.NotAllowed(Permission.SEE_ACTIVITY.words());
        }
    }
}
