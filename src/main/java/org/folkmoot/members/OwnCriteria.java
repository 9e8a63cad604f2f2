package org.folkmoot.members;

import static org.folkmoot.members.ComposedCriterion.onMember;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.folkmoot.web.PlatformNames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people can be asked for by what this module keeps of them.
@Configuration(proxyBeanMethods = false)
class OwnCriteria {

    private static final List<Choice> ROLES =
            List.of(
                    new Choice("member", "neither staff nor bot"),
                    new Choice("staff", "staff"),
                    new Choice("bot", "bot"));

    @Bean
    Criterion platformCriterion(Facets facets) {
        return onMember(
                "platform",
                "Platform",
                List.of(
                        Part.operator(
                                "is",
                                Shape.TEXT,
                                () ->
                                        facets.platforms().stream()
                                                .map(p -> new Choice(p, PlatformNames.of(p)))
                                                .toList())),
                (use, _) -> "on " + PlatformNames.of(use.text("is")),
                (use, asked) ->
                        """
                        exists (select from members.identity i where i.community_id = m.community_id
                            and i.member_id = m.id and i.platform = %s)"""
                                .formatted(asked.bind(use.text("is"))));
    }

    @Bean
    Criterion roleCriterion() {
        return onMember(
                "role",
                "Role",
                List.of(Part.operator("is", Shape.CHOICE, () -> ROLES)),
                (use, _) ->
                        switch (use.text("is")) {
                            case "staff" -> "in the staff";
                            case "bot" -> "bots";
                            default -> "neither staff nor bots";
                        },
                (use, asked) -> "m.standing = " + asked.bind(use.text("is")));
    }

    @Bean
    Criterion activeCriterion() {
        return onMember(
                "active",
                "Active within",
                List.of(Part.operator("", Shape.DAYS)),
                (use, locale) -> "active in the last " + new Wording(locale).days(use.number("")),
                (use, asked) -> "m.by_last_seen >= " + asked.daysAgo(use.number("")));
    }

    @Bean
    Criterion silentCriterion() {
        return onMember(
                "silent",
                "Silent for",
                List.of(Part.operator("", Shape.DAYS)),
                (use, locale) -> "silent for " + new Wording(locale).days(use.number("")),
                (use, asked) -> "m.by_last_seen < " + asked.daysAgo(use.number("")));
    }

    @Bean
    Criterion joinedCriterion() {
        return onMember(
                "joined",
                "First seen",
                List.of(
                        Part.operator("from", Shape.DATE),
                        Part.operator("until", Shape.DATE),
                        Part.operator("in", Shape.DAYS)),
                (use, locale) ->
                        use.says("from")
                                ? "first seen from " + day(use, "from", locale)
                                : use.says("until")
                                        ? "first seen until " + day(use, "until", locale)
                                        : "first seen in the last "
                                                + new Wording(locale).days(use.number("in")),
                (use, asked) ->
                        use.says("from")
                                ? "m.by_first_seen >= " + asked.start(use.date("from"))
                                : use.says("until")
                                        ? "m.first_seen is not null and m.by_first_seen < "
                                                + asked.start(use.date("until").plusDays(1))
                                        : "m.by_first_seen >= " + asked.daysAgo(use.number("in")));
    }

    @Bean
    Criterion tagCriterion(Facets facets) {
        return Criterion.of(
                "tag",
                "Tag",
                List.of(
                        Part.operator(
                                "is",
                                Shape.TEXT,
                                () -> facets.tags().stream().map(t -> new Choice(t, t)).toList())),
                (use, _) -> "tagged " + use.text("is"),
                (use, asked) ->
                        """
                        select t.member_id from members.tag t where t.community_id = folkmoot.community()
                            and t.name = %s and t.removed_at is null"""
                                .formatted(asked.bind(use.text("is"))));
    }

    @Bean
    Criterion leftCriterion() {
        return onMember(
                "left",
                "Left the community",
                List.of(),
                (_, _) -> "who left",
                (_, _) -> "m.left_at is not null and m.back_at is null");
    }

    private static String day(Use use, String part, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(use.date(part));
    }
}
