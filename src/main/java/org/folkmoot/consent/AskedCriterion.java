package org.folkmoot.consent;

import java.util.List;
import org.folkmoot.members.Asked;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.folkmoot.members.Use;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whom the team asked something: `asked in 30 days`, `asked ever for news`.
@Configuration(proxyBeanMethods = false)
class AskedCriterion {

    @Bean
    Criterion askedCriterion(Purposes purposes) {
        return Criterion.ofContacts(
                "asked",
                "Asked by the team",
                List.of(
                        Part.operator("in", Shape.DAYS),
                        Part.operator("ever"),
                        Part.detail("for", Shape.CHOICE, ConsentCriteria.choices(purposes, true))),
                (use, locale) ->
                        "whom the team asked something%s%s"
                                .formatted(
                                        use.says("in")
                                                ? String.format(
                                                        locale,
                                                        " in the last %,d days",
                                                        use.number("in"))
                                                : "",
                                        use.says("for")
                                                ? " for “%s”"
                                                        .formatted(
                                                                ConsentCriteria.name(
                                                                        purposes, use.text("for")))
                                                : ""),
                AskedCriterion::wereAsked);
    }

    /// What was cancelled or did not leave asked nobody.
    private static String wereAsked(Use use, Asked asked) {
        return """
               select coalesce(v.member_id, k.put_on) from consent.ask k
               left join members.report_moved v on v.community_id = k.community_id and v.home = k.put_on
               where k.community_id = folkmoot.community() and k.put_on is not null
                   and k.state in ('waiting', 'sending', 'sent', 'unconfirmed')%s%s
               """
                .formatted(
                        use.says("in")
                                ? " and coalesce(k.ended_at, k.created_at) >= "
                                        + asked.daysAgo(use.number("in"))
                                : "",
                        use.says("for") ? " and k.purpose = " + asked.bind(use.text("for")) : "");
    }
}
