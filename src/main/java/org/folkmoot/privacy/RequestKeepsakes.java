package org.folkmoot.privacy;

import java.util.Arrays;
import java.util.Locale;
import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What members asked for, and who was forgotten, as lines of an export. What opens somebody's copy
/// stays: it is a secret.
@Configuration(proxyBeanMethods = false)
class RequestKeepsakes {

    private static final String REQUESTS =
            """
            select a.source, a.external_id as "externalId", q.wants, q.address, q.words, q.language, q.state,
                q.received_at as "receivedAt", q.due_at as "dueAt", q.extended, q.closed_at as "closedAt",
                (select coalesce(jsonb_agg(jsonb_build_object('what', s.what, 'words', s.words, 'by', s.by, 'at',
                        to_char(s.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by s.id), '[]')
                    from privacy.step s where s.community_id = q.community_id and s.request_id = q.id) as steps
            from privacy.request q
            left join members.report_home h on h.community_id = q.community_id and h.home = q.put_on
            left join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where q.community_id = folkmoot.community() order by q.id
            """;

    private static final String REQUEST_IN =
            """
            with told as materialized (
                select nextval('privacy.request_id') as id, h.home, r.* from jsonb_to_recordset(:rows::jsonb) r(identity bigint,
                    wants text, address text, words text, language text, state text, "receivedAt" timestamptz,
                    "dueAt" timestamptz, extended boolean, "closedAt" timestamptz, steps jsonb)
                left join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
                where not exists (select from privacy.request q where q.community_id = folkmoot.community()
                    and q.wants = r.wants and q.received_at = r."receivedAt" and q.words = r.words)
                order by r."receivedAt"),
            made as (
                insert into privacy.request (community_id, id, wants, address, words, language, state, put_on, received_at, due_at,
                    extended, closed_at)
                select folkmoot.community(), id, wants, address, words, language, state, home, "receivedAt", "dueAt", extended,
                    "closedAt" from told)
            insert into privacy.step (community_id, request_id, what, words, by, at)
            select folkmoot.community(), told.id, s.step->>'what', s.step->>'words', s.step->>'by', (s.step->>'at')::timestamptz
            from told cross join jsonb_array_elements(told.steps) with ordinality s(step, n) order by told.id, s.n
            """;

    private static final String ERASURES =
            """
            select a.source, a.external_id as "externalId",
                (select coalesce(jsonb_agg(jsonb_build_object('source', i.source, 'externalId', i.external_id)
                    order by i.source, i.external_id), '[]') from members.report_account i
                    where i.community_id = e.community_id and i.identity_id = any(e.identities)) as accounts,
                e.by, e.at, e.fates, e.done_at as "doneAt"
            from privacy.erasure e
            join members.report_home h on h.community_id = e.community_id and h.home = e.put_on
            join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where e.community_id = folkmoot.community() order by e.id
            """;

    /// Nobody is forgotten because of a file.
    private static final String UNDER_WAY =
            """
            select r.n from jsonb_to_recordset(:rows::jsonb) r(n integer, "doneAt" timestamptz) where r."doneAt" is null
            """;

    private static final String ERASURE_IN =
            """
            insert into privacy.erasure (community_id, put_on, identities, by, at, fates, done_at)
            select folkmoot.community(), h.home,
                array(select one::bigint from jsonb_array_elements_text(r.accounts) one), r.by, r.at, r.fates, r."doneAt"
            from jsonb_to_recordset(:rows::jsonb)
                r(identity bigint, accounts jsonb, by text, at timestamptz, fates jsonb, "doneAt" timestamptz)
            join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
            where not exists (select from privacy.erasure e where e.community_id = folkmoot.community()
                and e.put_on = h.home and e.at = r.at)
            order by r.at on conflict do nothing
            """;

    @Bean
    Keeper requestKeepsakes(Keepsakes tables) {
        return tables.keeper(
                Turn.BEFORE_LEDGER,
                55,
                Keepsake.of("request", REQUESTS, REQUEST_IN)
                        .accountIfAny()
                        .oneOf("wants", keys(Request.Wants.values()))
                        .address("address?")
                        .text("words", 4000)
                        .text("language", 35)
                        .oneOf("state", keys(Request.State.values()))
                        .time("receivedAt")
                        .time("dueAt")
                        .flag("extended")
                        .time("closedAt?")
                        .list(
                                "steps",
                                step ->
                                        step.text("what", 100)
                                                .text("words", 4000)
                                                .text("by", 300)
                                                .time("at")),
                Keepsake.of("erasure", ERASURES, ERASURE_IN)
                        .account()
                        .accounts("accounts")
                        .text("by", 300)
                        .time("at")
                        .list(
                                "fates",
                                fate ->
                                        fate.text("title", 300)
                                                .number("rows", 0, Integer.MAX_VALUE)
                                                .flag("goes")
                                                .text("why", 1000))
                        .time("doneAt?")
                        .unless(
                                UNDER_WAY,
                                "Somebody was being forgotten where this comes from. Forget them here too."));
    }

    private static String[] keys(Enum<?>[] all) {
        return Arrays.stream(all)
                .map(one -> one.name().toLowerCase(Locale.ROOT))
                .toArray(String[]::new);
    }
}
