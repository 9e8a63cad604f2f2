package org.folkmoot.privacy;

import java.util.Arrays;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who objected and whose data may not be used, as lines of an export: whoever said so once is left
/// alone wherever the community moves. They come after the requests, one of which each may name.
@Configuration(proxyBeanMethods = false)
class RestraintKeepsakes {

    private static final String RESTRAINTS =
            """
            select a.source, a.external_id as "externalId", t.kind, t.reason, t.since, q.received_at as "requestedAt", t.by, t.at,
                t.lifted_at as "liftedAt", t.lifted_by as "liftedBy"
            from privacy.restraint t
            left join privacy.request q on q.community_id = t.community_id and q.id = t.request_id
            join members.report_home h on h.community_id = t.community_id and h.home = t.put_on
            join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where t.community_id = folkmoot.community() order by t.id
            """;

    private static final String RESTRAINT_IN =
            """
            insert into privacy.restraint (community_id, put_on, kind, reason, since, request_id, by, at, lifted_at, lifted_by)
            select folkmoot.community(), h.home, r.kind, r.reason, r.since,
                (select q.id from privacy.request q where q.community_id = folkmoot.community() and q.received_at = r."requestedAt"
                    order by q.put_on is distinct from h.home, q.id limit 1),
                r.by, r.at, r."liftedAt", r."liftedBy"
            from jsonb_to_recordset(:rows::jsonb) r(identity bigint, kind text, reason text, since date, "requestedAt" timestamptz,
                by text, at timestamptz, "liftedAt" timestamptz, "liftedBy" text)
            join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
            where not exists (select from privacy.restraint t where t.community_id = folkmoot.community()
                and t.put_on = h.home and t.kind = r.kind and t.at = r.at)
            order by r.at on conflict do nothing
            """;

    @Bean
    Keeper restraintKeepsakes(Keepsakes tables) {
        var kinds =
                Arrays.stream(Restraint.Kind.values())
                        .map(Restraint.Kind::key)
                        .toArray(String[]::new);
        return tables.keeper(
                Turn.BEFORE_LEDGER,
                56,
                Keepsake.of("restraint", RESTRAINTS, RESTRAINT_IN)
                        .account()
                        .oneOf("kind", kinds)
                        .text("reason", 1000)
                        .day("since")
                        .time("requestedAt?")
                        .text("by", 300)
                        .time("at")
                        .time("liftedAt?")
                        .text("liftedBy?", 300));
    }
}
