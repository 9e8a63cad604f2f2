package org.folkmoot.activity;

import java.util.Arrays;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the team said of kinds of activity, and the words it put on some, as lines of an export.
@Configuration(proxyBeanMethods = false)
class ActivityKeepsakes {

    private static final String KINDS =
            """
            select kind, since, weight, active, contribution, content, by from activity.kind_weight
            where community_id = folkmoot.community() order by since, kind
            """;

    private static final String KIND_IN =
            """
            insert into activity.kind_weight (community_id, kind, since, weight, active, contribution, content, by)
            select folkmoot.community(), r.kind, r.since, r.weight, r.active, r.contribution, r.content, r.by
            from jsonb_to_recordset(:rows::jsonb)
                r(kind text, since timestamptz, weight integer, active boolean, contribution boolean, content boolean, by text)
            on conflict do nothing
            """;

    /// What is counted already would have to be counted anew, which is for the team to say.
    private static final String COUNTED_ALREADY =
            """
            select r.n from jsonb_to_recordset(:rows::jsonb) r(n integer, kind text, since timestamptz)
            where exists (select from activity.activity where community_id = folkmoot.community())
                and not exists (select from activity.kind_weight k where k.community_id = folkmoot.community()
                    and k.kind = r.kind and k.since = r.since)
            """;

    private static final String LABELS =
            """
            select activity_id as "activity#", name, by, at from activity.tag
            where community_id = folkmoot.community() order by at, activity_id, name
            """;

    private static final String LABEL_IN =
            """
            insert into activity.tag (community_id, activity_id, name, by, at)
            select folkmoot.community(), r.activity, r.name, r.by, r.at
            from jsonb_to_recordset(:rows::jsonb) r(activity bigint, name text, by text, at timestamptz)
            on conflict do nothing
            """;

    @Bean
    Keeper kindKeepsakes(Keepsakes tables) {
        return tables.keeper(
                Turn.BEFORE_LEDGER,
                5,
                Keepsake.of("kind", KINDS, KIND_IN)
                        .oneOf(
                                "kind",
                                Arrays.stream(Kind.values()).map(Kind::key).toArray(String[]::new))
                        .time("since")
                        .number("weight", 0, 12)
                        .flag("active")
                        .flag("contribution")
                        .flag("content")
                        .text("by", 300)
                        .unless(
                                COUNTED_ALREADY,
                                "There are activities here already, counted by this community's own table of kinds."));
    }

    @Bean
    Keeper labelKeepsakes(Keepsakes tables) {
        return tables.keeper(
                Turn.AFTER_LEDGER,
                5,
                Keepsake.of("label", LABELS, LABEL_IN)
                        .activity("activity")
                        .text("name", 100)
                        .text("by", 300)
                        .time("at"));
    }
}
