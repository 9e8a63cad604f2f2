package org.folkmoot.ties;

import java.util.List;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people can be asked for by whom they know.
@Configuration(proxyBeanMethods = false)
class TiesCriteria {

    /// `knows at least 5`; `not knows at least 1` is whoever stands alone.
    @Bean
    Criterion knowsCriterion() {
        return Criterion.of(
                "knows",
                "Knows people",
                List.of(Part.operator("at least", Shape.NUMBER)),
                (use, _) ->
                        use.number("at least") == 1
                                ? "who know somebody"
                                : "who know %d people or more".formatted(use.number("at least")),
                (use, asked) ->
                        """
                        select a.member_id from (
                            select t.one, t.other from ties.tie t where t.community_id = folkmoot.community()
                            union all
                            select t.other, t.one from ties.tie t where t.community_id = folkmoot.community()) t
                        join members.report_account a on a.community_id = folkmoot.community() and a.identity_id = t.one
                        join members.report_account b on b.community_id = folkmoot.community() and b.identity_id = t.other
                        where a.member_id <> b.member_id
                        group by a.member_id having count(distinct b.member_id) >= %s
                        """
                                .formatted(asked.bind(use.number("at least"))));
    }
}
