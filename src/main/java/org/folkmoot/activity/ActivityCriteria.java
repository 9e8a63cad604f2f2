package org.folkmoot.activity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folkmoot.members.Asked;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Use;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What people can be asked for by what they did: kinds, places and counts of activities. Whether
/// and how often at all is known of each account; a count within days reads the ledger or its days
/// for that time alone.
@Component
class ActivityCriteria implements Criterion {

    /// From so many on, whoever did less at all is left aside.
    private static final int ASIDE = 3;

    private static final List<Choice> KINDS =
            Arrays.stream(Kind.values())
                    .map(k -> new Choice(k.key(), k.label().toLowerCase(Locale.ROOT)))
                    .toList();

    private final Often often;
    private final List<Part> parts;

    ActivityCriteria(Often often, Whereabouts whereabouts) {
        this.often = often;
        this.parts =
                List.of(
                        Part.detail("of kind", Shape.CHOICE, () -> KINDS),
                        Part.detail("in place", Shape.TEXT, () -> places(whereabouts)),
                        Part.detail("in", Shape.DAYS),
                        Part.detail("at least", Shape.NUMBER),
                        Part.detail("at most", Shape.NUMBER));
    }

    @Override
    public String key() {
        return "activities";
    }

    @Override
    public String label() {
        return "Activities";
    }

    @Override
    public List<Part> parts() {
        return parts;
    }

    @Override
    public String words(Use use, Locale locale) {
        var what = use.says("of kind") ? use.text("of kind").replace('_', ' ') : "activity";
        var least = least(use);
        var counted =
                use.says("at most")
                        ? least > 0
                                ? "%d to %d %s".formatted(least, use.number("at most"), many(what))
                                : "at most %d %s".formatted(use.number("at most"), many(what))
                        : least == 1 ? one(what) : "at least %d %s".formatted(least, many(what));
        return "with %s%s%s"
                .formatted(
                        counted,
                        use.says("in place") ? " in " + use.text("in place") : "",
                        use.says("in") ? " in the last " + days(use.number("in"), locale) : "");
    }

    private static String one(String what) {
        return ("aeiou".indexOf(what.charAt(0)) < 0 ? "a " : "an ") + what;
    }

    private static String many(String what) {
        return what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
    }

    private static String days(int days, Locale locale) {
        return days == 1 ? "day" : String.format(locale, "%,d days", days);
    }

    private static int least(Use use) {
        return use.number("at least", use.says("at most") ? 0 : 1);
    }

    /// Those with at most so many are all others than those with more, also who did nothing.
    @Override
    public String who(Use use, Asked asked) {
        var least = least(use);
        if (least > 0) {
            return counted(use, asked, least, use.says("at most") ? use.number("at most") : null);
        }
        if (!use.says("at most")) {
            return everybody();
        }
        return everybody()
                + " and not exists (select from (%s) s(id) where s.id = a.member_id)"
                        .formatted(counted(use, asked, use.number("at most") + 1, null));
    }

    @Override
    public boolean gathered(Use use) {
        var least = least(use);
        return least > 0 && isSummed(use, least == 1 && !use.says("at most"));
    }

    /// Whoever did less at all.
    @Override
    public @Nullable String surelyNot(Use use, Asked asked) {
        return least(use) > 0
                ? everybody() + " and a.activities < " + asked.bind(least(use))
                : null;
    }

    private static String everybody() {
        return "select a.member_id from members.report_extent a where a.community_id = folkmoot.community()";
    }

    private static List<Choice> places(Whereabouts whereabouts) {
        return whereabouts.all().places().stream()
                .map(Whereabouts.Place::name)
                .filter(n -> !n.isEmpty())
                .distinct()
                .map(n -> new Choice(n, n))
                .toList();
    }

    private String counted(Use use, Asked asked, int least, @Nullable Integer most) {
        if (isSummed(use, least == 1 && most == null)) {
            return often.who(what(use), new Often.Range(least, most), asked);
        }
        if (!use.says("of kind") && !use.says("in")) {
            return everybody() + between("a.activities", asked, least, most);
        }
        return least < ASIDE
                ? byPerson(ever(use, asked), having(asked, least, most))
                : ofBusy(use.text("of kind"), asked, least) + having(asked, least, most);
    }

    /// Whether it is counted from days at hand.
    private static boolean isSummed(Use use, boolean once) {
        return use.says("in place") || (use.says("in") && !once);
    }

    private static String byPerson(String accounts, String having) {
        return """
               select i.member_id from (%s) d
               join members.report_account i on i.community_id = folkmoot.community() and i.identity_id = d.identity_id
               """
                        .formatted(accounts)
                + having;
    }

    /// Whoever did one thing so often did at least as much at all, and those are few.
    private static String ofBusy(String kind, Asked asked, int least) {
        return """
               select i.member_id from members.report_extent e
               join members.report_account i on i.community_id = folkmoot.community() and i.member_id = e.member_id
               join members.report_doing d on d.community_id = folkmoot.community() and d.identity_id = i.identity_id
               where e.community_id = folkmoot.community() and e.activities >= %s and d.kind = %s
               """
                .formatted(asked.bind(least), asked.bind(kind));
    }

    /// By how often and when last each account did each kind of thing.
    private static String ever(Use use, Asked asked) {
        return """
               select d.identity_id, d.times from members.report_doing d
               where d.community_id = folkmoot.community() and d.times > 0%s%s
               """
                .formatted(
                        use.says("of kind")
                                ? " and d.kind = " + asked.bind(use.text("of kind"))
                                : "",
                        use.says("in")
                                ? " and d.last_at >= " + asked.daysAgo(use.number("in"))
                                : "");
    }

    private static Often.What what(Use use) {
        return new Often.What(
                use.says("of kind") ? Kind.of(use.text("of kind")) : null,
                use.says("in place") ? use.text("in place") : null,
                use.says("in") ? use.number("in") : null);
    }

    /// A count of one needs no counting.
    private static String having(Asked asked, int least, @Nullable Integer most) {
        return least == 1 && most == null
                ? ""
                : " group by i.member_id having true" + between("sum(d.times)", asked, least, most);
    }

    private static String between(String what, Asked asked, int least, @Nullable Integer most) {
        return " and %s >= %s%s"
                .formatted(
                        what,
                        asked.bind(least),
                        most == null ? "" : " and %s <= %s".formatted(what, asked.bind(most)));
    }
}
