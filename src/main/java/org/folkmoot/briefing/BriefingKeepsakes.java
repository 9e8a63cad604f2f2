package org.folkmoot.briefing;

import java.util.Arrays;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.folkmoot.metrics.Gauge;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Marked days and goals as lines of an export. What a goal's number was follows from the ledger
/// again.
@Configuration(proxyBeanMethods = false)
class BriefingKeepsakes {

    private static final String ANNOTATIONS =
            """
            select first as day, last as until, words, kind, link, quiet, by, at from briefing.annotation
            where community_id = folkmoot.community() and removed_at is null order by id
            """;

    /// Known again by its days and words.
    private static final String ANNOTATION_IN =
            """
            insert into briefing.annotation (community_id, first, last, words, kind, link, quiet, by, at)
            select folkmoot.community(), r.day, greatest(r.day, r.until), r.words, r.kind,
                case when r.link ~ '^https?://' then r.link end, r.quiet, r.by, r.at
            from jsonb_to_recordset(:rows::jsonb) r(day date, until date, words text, kind text, link text, quiet boolean,
                by text, at timestamptz)
            where not exists (select from briefing.annotation a where a.community_id = folkmoot.community()
                and a.removed_at is null and a.first = r.day and a.words = r.words)
            """;

    private static final String GOALS =
            """
            select gauge, start_value as start, start_day as "startDay", target, due, upward, why, by, at from briefing.goal
            where community_id = folkmoot.community() and removed_at is null order by id
            """;

    /// Known again by when it was set.
    private static final String GOAL_IN =
            """
            insert into briefing.goal (community_id, gauge, start_value, start_day, target, due, upward, why, by, at)
            select folkmoot.community(), r.gauge, r.start, r."startDay", r.target, r.due, r.upward, coalesce(r.why, ''), r.by, r.at
            from jsonb_to_recordset(:rows::jsonb) r(gauge text, start float8, "startDay" date, target float8, due date,
                upward boolean, why text, by text, at timestamptz)
            where r."startDay" < r.due and not exists (select from briefing.goal g
                where g.community_id = folkmoot.community() and g.gauge = r.gauge and g.at = r.at)
            """;

    @Bean
    Keeper briefingKeeper(Keepsakes tables) {
        return tables.keeper(
                Turn.AFTER_LEDGER,
                60,
                Keepsake.of("annotation", ANNOTATIONS, ANNOTATION_IN)
                        .day("day")
                        .day("until")
                        .text("words", Annotation.LONGEST)
                        .oneOf(
                                "kind",
                                Arrays.stream(Annotation.Kind.values())
                                        .map(Annotation.Kind::key)
                                        .toArray(String[]::new))
                        .text("link?", 500)
                        .flag("quiet")
                        .text("by", 300)
                        .time("at"),
                Keepsake.of("goal", GOALS, GOAL_IN)
                        .oneOf(
                                "gauge",
                                Arrays.stream(Gauge.values())
                                        .map(Gauge::key)
                                        .toArray(String[]::new))
                        .decimal("start")
                        .day("startDay")
                        .decimal("target")
                        .day("due")
                        .flag("upward")
                        .text("why?", 300)
                        .text("by", 300)
                        .time("at"));
    }
}
