package org.folkmoot.privacy;

import java.util.List;
import org.folkmoot.members.Fading;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How long things are kept, as lines of an export.
@Configuration(proxyBeanMethods = false)
class RetentionKeepsakes {

    private static final String RETENTION =
            """
            select kind, days, by, at from privacy.rule where community_id = folkmoot.community() order by kind
            """;

    private static final String RETENTION_IN =
            """
            insert into privacy.rule (community_id, kind, days, by, at)
            select folkmoot.community(), r.kind, r.days, r.by, r.at
            from jsonb_to_recordset(:rows::jsonb) r(kind text, days integer, by text, at timestamptz)
            on conflict do nothing
            """;

    /// Nothing that is here may go because of a file.
    private static final String WOULD_DELETE =
            """
            select r.n from jsonb_to_recordset(:rows::jsonb) r(n integer, kind text, days integer)
            where exists (select from activity.report_activity where community_id = folkmoot.community())
                and not exists (select from privacy.rule p where p.community_id = folkmoot.community()
                    and p.kind = r.kind and p.days = r.days)
            """;

    private static final String SWEEPS =
            """
            select kind, days, went, at from privacy.sweep where community_id = folkmoot.community() order by id
            """;

    private static final String SWEEP_IN =
            """
            insert into privacy.sweep (community_id, kind, days, went, at)
            select folkmoot.community(), r.kind, r.days, r.went, r.at
            from jsonb_to_recordset(:rows::jsonb) r(kind text, days integer, went integer, at timestamptz)
            where not exists (select from privacy.sweep s
                where s.community_id = folkmoot.community() and s.kind = r.kind and s.at = r.at)
            order by r.at
            """;

    @Bean
    Keeper retentionKeepsakes(Keepsakes tables, List<Fading> fading) {
        var kinds = fading.stream().map(Fading::key).sorted().toArray(String[]::new);
        return tables.keeper(
                Turn.BEFORE_LEDGER,
                51,
                Keepsake.of("retention", RETENTION, RETENTION_IN)
                        .oneOf("kind", kinds)
                        .number("days", 1, Rules.LONGEST)
                        .text("by", 300)
                        .time("at")
                        .unless(
                                WOULD_DELETE,
                                "There is something here that this would delete. Say by hand how long it is kept."),
                Keepsake.of("sweep", SWEEPS, SWEEP_IN)
                        .oneOf("kind", kinds)
                        .number("days", 1, Rules.LONGEST)
                        .number("went", 0, Integer.MAX_VALUE)
                        .time("at"));
    }
}
