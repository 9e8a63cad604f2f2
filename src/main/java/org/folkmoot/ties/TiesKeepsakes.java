package org.folkmoot.ties;

import java.util.Arrays;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Introductions as lines of an export. Who knows whom follows from the ledger.
@Configuration(proxyBeanMethods = false)
class TiesKeepsakes {

    private static final String INTRODUCTIONS =
            """
            select a.source as "one.source", a.external_id as "one.externalId", b.source as "other.source",
                b.external_id as "other.externalId", i.kind, i.reason, i.draft, i.score, i.state, i.since,
                i.suggested_at as "suggestedAt", i.sent_at as "sentAt", i.answered_at as "answeredAt", i.seen_answered as "seenAnswered",
                (select coalesce(jsonb_agg(jsonb_build_object('was', s.was, 'state', s.state, 'by', s.by, 'at',
                        to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by s.n), '[]')
                    from ties.step s where s.community_id = i.community_id and s.introduction_id = i.id) as steps
            from ties.introduction i
            join members.report_home g on g.community_id = i.community_id and g.home = i.put_on
            join members.report_account a on a.community_id = g.community_id and a.identity_id = g.identity_id
            join members.report_home h on h.community_id = i.community_id and h.home = i.put_on_other
            join members.report_account b on b.community_id = h.community_id and b.identity_id = h.identity_id
            where i.community_id = folkmoot.community() order by i.id
            """;

    /// The same two are not suggested to each other twice.
    private static final String INTRODUCTION_IN =
            """
            with told as materialized (
                select nextval('ties.introduction_id') as id, g.home as one_home, h.home as other_home, r.*
                from jsonb_to_recordset(:rows::jsonb) r(one bigint, other bigint, kind text, reason text, draft text,
                    score double precision, state text, since timestamptz, "suggestedAt" timestamptz, "sentAt" timestamptz,
                    "answeredAt" timestamptz, "seenAnswered" boolean, steps jsonb)
                join members.report_home g on g.community_id = folkmoot.community() and g.identity_id = r.one
                join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.other
                where not exists (select from ties.introduction i where i.community_id = folkmoot.community()
                    and least(i.put_on, i.put_on_other) = least(g.home, h.home)
                    and greatest(i.put_on, i.put_on_other) = greatest(g.home, h.home)
                    and (i.suggested_at = r."suggestedAt" or i.state = 'suggested'))),
            made as (
                insert into ties.introduction (community_id, id, kind, put_on, put_on_other, reason, draft, score, state, since,
                    suggested_at, sent_at, answered_at, seen_answered)
                select folkmoot.community(), id, kind, one_home, other_home, reason, draft, score, state, since,
                    "suggestedAt", "sentAt", "answeredAt", "seenAnswered" from told)
            insert into ties.step (community_id, introduction_id, n, was, state, by, at)
            select folkmoot.community(), told.id, s.n, s.step->>'was', s.step->>'state', s.step->>'by', (s.step->>'at')::timestamptz
            from told cross join jsonb_array_elements(told.steps) with ordinality s(step, n)
            """;

    @Bean
    Keeper tiesKeepsakes(Keepsakes tables) {
        var states =
                Arrays.stream(Introduction.State.values())
                        .map(Introduction.State::key)
                        .toArray(String[]::new);
        return tables.keeper(
                Turn.BEFORE_LEDGER,
                40,
                Keepsake.of("introduction", INTRODUCTIONS, INTRODUCTION_IN)
                        .account("one")
                        .account("other")
                        .oneOf("kind", "shared", "welcome")
                        .text("reason", 2000)
                        .text("draft", 10_000)
                        .decimal("score")
                        .oneOf("state", states)
                        .time("since")
                        .time("suggestedAt")
                        .time("sentAt?")
                        .time("answeredAt?")
                        .flag("seenAnswered")
                        .list(
                                "steps",
                                step ->
                                        step.oneOf("was", states)
                                                .oneOf("state", states)
                                                .text("by", 300)
                                                .time("at")));
    }
}
