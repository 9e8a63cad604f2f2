package org.folkmoot.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Whom to leave out of a list: `not left-alone known`.
@Configuration(proxyBeanMethods = false)
class RestraintCriteria {

    private static final List<Choice> KINDS =
            Arrays.stream(Restraint.Kind.values())
                    .map(k -> new Choice(k.key(), k.label().toLowerCase(Locale.ROOT)))
                    .toList();

    @Bean
    Criterion leftAloneCriterion(Restraints restraints) {
        return Criterion.of(
                "left-alone",
                "Objection or restriction",
                List.of(Part.operator("by", Shape.CHOICE, () -> KINDS), Part.operator("known")),
                (use, _) ->
                        use.says("by")
                                ? use.text("by").equals(Restraint.Kind.OBJECTION.key())
                                        ? "who objected to the use of their data"
                                        : "whose data may not be used"
                                : "who objected, or whose data may not be used",
                (use, asked) ->
                        """
                        select h.member_id from members.report_home h
                        where h.community_id = folkmoot.community() and h.home in (%s%s)
                        """
                                .formatted(
                                        restraints.homes(),
                                        use.says("by")
                                                ? " and r.kind = " + asked.bind(use.text("by"))
                                                : ""));
    }
}
