package org.folkmoot.care;

import java.util.List;
import org.folkmoot.access.Colleagues;
import org.folkmoot.members.Asked;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.folkmoot.members.Use;
import org.folkmoot.store.Here;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people can be asked for by who looks after them: `owner is Grace`, `not spoken in 60 days`,
/// `watched`.
@Configuration(proxyBeanMethods = false)
class CareCriteria {

    @Bean
    Criterion ownerCriterion(Colleagues colleagues) {
        return Criterion.of(
                "owner",
                "Relationship owner",
                List.of(
                        Part.operator(
                                "is",
                                Shape.TEXT,
                                () ->
                                        colleagues.all().stream()
                                                .map(c -> new Choice(c.name(), c.name()))
                                                .distinct()
                                                .toList()),
                        Part.operator("known")),
                (use, _) ->
                        use.says("is")
                                ? "looked after by " + use.text("is")
                                : "whom somebody looks after",
                CareCriteria::owned);
    }

    private static String owned(Use use, Asked asked) {
        return "select m.member_id "
                + Owners.HOLDING
                + (use.says("is")
                        ? " and o.account_name = " + asked.bind(use.text("is"))
                        : " and o.account is not null");
    }

    @Bean
    Criterion spokenCriterion() {
        return Criterion.of(
                "spoken",
                "Spoken with by the team",
                List.of(Part.operator("in", Shape.DAYS), Part.operator("ever")),
                (use, locale) ->
                        use.says("in")
                                ? "spoken with by the team in the last "
                                        + String.format(locale, "%,d days", use.number("in"))
                                : "spoken with by the team",
                CareCriteria::spoken);
    }

    private static String spoken(Use use, Asked asked) {
        var since = use.says("in") ? " and x.at >= " + asked.daysAgo(use.number("in")) : "";
        return """
               select i.member_id from care.touch x
               join members.report_account i on i.community_id = x.community_id and i.identity_id = x.identity_id
               where x.community_id = folkmoot.community()%1$s
               union all
               select coalesce(v.member_id, x.put_on) from care.talk x
               left join members.report_moved v on v.community_id = x.community_id and v.home = x.put_on
               where x.community_id = folkmoot.community() and x.removed_at is null%1$s
               """
                .formatted(since);
    }

    /// Each teammate's own: nobody learns whom another watches.
    @Bean
    Criterion watchedCriterion() {
        return Criterion.of(
                "watched",
                "Watched by you",
                List.of(),
                (_, _) -> "whom you watch",
                (_, asked) -> watched(asked));
    }

    private static String watched(Asked asked) {
        var me = Here.accountOrNull();
        return """
               select coalesce(v.member_id, w.put_on) from care.watch w
               left join members.report_moved v on v.community_id = w.community_id and v.home = w.put_on
               where w.community_id = folkmoot.community() and w.account = %s
               """
                .formatted(asked.bind(me == null ? -1L : me));
    }
}
