package org.folkmoot.activity;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folkmoot.members.Asked;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.folkmoot.members.Use;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people can be asked for by what they did: kinds, places and counts of activities. Whether
/// and how often at all is known of each account; a count within days reads the ledger or its days
/// for that time alone.
@Configuration(proxyBeanMethods = false)
class ActivityCriteria {

    private static final List<Choice> KINDS =
            Arrays.stream(Kind.values())
                    .map(k -> new Choice(k.key(), k.label().toLowerCase(Locale.ROOT)))
                    .toList();

    @Bean
    Criterion activitiesCriterion(Whereabouts whereabouts) {
        return Criterion.of(
                "activities",
                "Activities",
                List.of(
                        Part.detail("of kind", Shape.CHOICE, () -> KINDS),
                        Part.detail("in place", Shape.TEXT, () -> places(whereabouts)),
                        Part.detail("in", Shape.DAYS),
                        Part.detail("at least", Shape.NUMBER),
                        Part.detail("at most", Shape.NUMBER)),
                ActivityCriteria::words,
                ActivityCriteria::who);
    }

    private static String words(Use use, Locale locale) {
        var what = use.says("of kind") ? use.text("of kind").replace('_', ' ') : "activity";
        var least = use.number("at least", use.says("at most") ? 0 : 1);
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

    /// Those with at most so many are all others than those with more, also who did nothing.
    private static String who(Use use, Asked asked) {
        var least = use.number("at least", use.says("at most") ? 0 : 1);
        if (least > 0) {
            return counted(use, asked, least, use.says("at most") ? use.number("at most") : null);
        }
        if (!use.says("at most")) {
            return everybody();
        }
        return everybody()
                + " and a.member_id not in ("
                + counted(use, asked, use.number("at most") + 1, null)
                + ")";
    }

    private static String everybody() {
        return "select a.member_id from members.report_member a where a.community_id = folkmoot.community()";
    }

    private static List<Choice> places(Whereabouts whereabouts) {
        return whereabouts.all().places().stream()
                .map(Whereabouts.Place::name)
                .filter(n -> !n.isEmpty())
                .distinct()
                .map(n -> new Choice(n, n))
                .toList();
    }

    private static String counted(Use use, Asked asked, int least, @Nullable Integer most) {
        var ofAccounts =
                !use.says("in place") && (!use.says("in") || (least == 1 && most == null))
                        ? ever(use, asked)
                        : use.says("in place") || use.says("of kind")
                                ? inLedger(use, asked)
                                : onDays(use, asked);
        return """
               select i.member_id from (%s) d
               join members.report_account i on i.community_id = folkmoot.community() and i.identity_id = d.identity_id
               """
                        .formatted(ofAccounts)
                + having(asked, least, most);
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

    /// Counted by account first: there are fewer of them than activities.
    private static String inLedger(Use use, Asked asked) {
        return """
               select a.identity_id, count(*) as times from activity.activity a
               where a.community_id = folkmoot.community() and a.counted%s%s%s
               group by a.identity_id
               """
                .formatted(
                        use.says("of kind")
                                ? " and a.kind = " + asked.bind(use.text("of kind"))
                                : "",
                        use.says("in") ? " and a.at >= " + asked.daysAgo(use.number("in")) : "",
                        use.says("in place")
                                ? """
                                   and a.place_id in (select l.id from activity.place l
                                  where l.community_id = folkmoot.community() and l.name = %s)"""
                                        .formatted(asked.bind(use.text("in place")))
                                : "");
    }

    /// Whatever it was, by local days: the one on which the time begins is counted whole.
    private static String onDays(Use use, Asked asked) {
        var day = LocalDate.ofInstant(asked.now(), asked.zone()).minusDays(use.number("in"));
        return """
               select p.identity_id, sum(p.activities) as times from activity.presence p
               where p.community_id = folkmoot.community() and p.day >= %s
               group by p.identity_id
               """
                .formatted(asked.bind(day));
    }

    /// A count of one needs no counting.
    private static String having(Asked asked, int least, @Nullable Integer most) {
        if (least == 1 && most == null) {
            return "";
        }
        return " group by i.member_id having sum(d.times) >= %s%s"
                .formatted(
                        asked.bind(least),
                        most == null ? "" : " and sum(d.times) <= " + asked.bind(most));
    }
}
