package org.folkmoot.members;

import java.text.NumberFormat;
import java.util.Locale;

/// Puts lists of people into a reader's words.
record Wording(Locale locale) {

    /// `pull_request` is "pull request".
    static String kind(String key) {
        return key.replace('_', ' ');
    }

    String number(long n) {
        return NumberFormat.getIntegerInstance(locale).format(n);
    }

    /// "1,204 people", "1 person", "more than 10,000 people".
    String people(People.Count count) {
        var many = number(count.people()) + (count.people() == 1 ? " person" : " people");
        return count.exact() ? many : "more than " + many;
    }

    /// "day", "30 days": what goes on from "in the last".
    String days(int n) {
        return n == 1 ? "day" : number(n) + " days";
    }

    /// A name as this reader may see it: an address stands in for the name of whoever told none.
    static String name(String name, boolean contacts) {
        var at = name.indexOf('@');
        return contacts || at < 1 || name.indexOf('.', at) < 0
                ? name
                : name.substring(0, at) + "@…";
    }
}
