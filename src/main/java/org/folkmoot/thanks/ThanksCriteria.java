package org.folkmoot.thanks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.folkmoot.members.Asked;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.folkmoot.members.Use;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people can be asked for by thanks: who was thanked, and who would rather not be.
@Configuration(proxyBeanMethods = false)
class ThanksCriteria {

    private static final List<Choice> KINDS =
            Arrays.stream(MomentKind.values())
                    .map(k -> new Choice(k.key(), k.label().toLowerCase(Locale.ROOT)))
                    .toList();

    @Bean
    Criterion thankedCriterion() {
        return Criterion.of(
                "thanked",
                "Thanked",
                List.of(
                        Part.detail("for", Shape.CHOICE, () -> KINDS),
                        Part.detail("in", Shape.DAYS)),
                ThanksCriteria::words,
                ThanksCriteria::who);
    }

    @Bean
    Criterion noThanksCriterion() {
        return Criterion.of(
                "no-thanks",
                "Wants no thanks",
                List.of(),
                (_, _) -> "who want neither thanks nor gifts",
                (_, _) ->
                        """
                        select h.member_id from thanks.wish w
                        join members.report_home h on h.community_id = w.community_id and h.home = w.put_on
                        where w.community_id = folkmoot.community()
                        """);
    }

    private static String words(Use use, Locale locale) {
        return "thanked%s%s"
                .formatted(
                        use.says("for")
                                ? " for "
                                        + MomentKind.of(use.text("for")).label().toLowerCase(locale)
                                : "",
                        use.says("in")
                                ? String.format(locale, " in the last %,d days", use.number("in"))
                                : "");
    }

    private static String who(Use use, Asked asked) {
        return """
               select coalesce(v.member_id, t.put_on) from thanks.thank t
               left join members.report_moved v on v.community_id = t.community_id and v.home = t.put_on
               where t.community_id = folkmoot.community() and t.done = 'thanked' and t.taken_back_at is null%s%s
               """
                .formatted(
                        use.says("for") ? " and t.kind = " + asked.bind(use.text("for")) : "",
                        use.says("in") ? " and t.at >= " + asked.daysAgo(use.number("in")) : "");
    }
}
