package org.folkmoot.care;

import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What the team means to do, whom it looks after and with whom it spoke, as lines of an export.
@Configuration(proxyBeanMethods = false)
class CareKeepsakes {

    private static final String TASKS =
            """
            select t.text, t.due_day as day, t.due_time as time, t.owner_name as owner, t.thread_id as "thread#", t.by, t.at,
                e.how as ended, e.by as "endedBy", e.at as "endedAt",
                (select coalesce(jsonb_agg(jsonb_build_object('source', a.source, 'externalId', a.external_id)
                    order by a.source, a.external_id), '[]') from care.about o
                    join members.report_home h on h.community_id = o.community_id and h.home = o.put_on
                    join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
                    where o.community_id = t.community_id and o.task_id = t.id) as about
            from care.task t left join care.task_end e on e.community_id = t.community_id and e.task_id = t.id
            where t.community_id = folkmoot.community() order by t.id
            """;

    /// A task is known again by its words and when it was written.
    private static final String TASK_IN =
            """
            with told as materialized (
                select nextval('care.task_id') as id, r.* from jsonb_to_recordset(:rows::jsonb) r(text text, day date, time time,
                    owner text, account bigint, thread bigint, by text, at timestamptz, ended text, "endedBy" text,
                    "endedAt" timestamptz, about jsonb)
                where not exists (select from care.task t where t.community_id = folkmoot.community()
                    and t.text = r.text and t.at = r.at)),
            made as (
                insert into care.task (community_id, id, text, due_day, due_time, owner, owner_name, thread_id, by, at)
                select folkmoot.community(), id, text, day, case when day is not null then time end, account,
                    case when account is not null then owner end, thread, by, at
                from told),
            ended as (
                insert into care.task_end (community_id, task_id, how, by, at)
                select folkmoot.community(), id, ended, coalesce("endedBy", ''), coalesce("endedAt", at) from told
                where ended is not null)
            insert into care.about (community_id, task_id, put_on)
            select distinct folkmoot.community(), told.id, h.home from told cross join jsonb_array_elements_text(told.about) one
            join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = one::bigint
            """;

    private static final String OWNERS =
            """
            select a.source, a.external_id as "externalId", o.account_name as owner, o.by, o.at from care.owner o
            join members.report_home h on h.community_id = o.community_id and h.home = o.put_on
            join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where o.community_id = folkmoot.community() and o.ended_at is null and o.account is not null order by o.id
            """;

    private static final String OWNER_IN =
            """
            insert into care.owner (community_id, put_on, account, account_name, by, at, batch)
            select distinct on (h.home) folkmoot.community(), h.home, r.account, r.owner, r.by, r.at, nextval('care.owner_id')
            from jsonb_to_recordset(:rows::jsonb) r(identity bigint, account bigint, owner text, by text, at timestamptz)
            join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
            where not exists (select from care.owner o where o.community_id = h.community_id and o.put_on = h.home)
            """;

    private static final String TALKS =
            """
            select a.source, a.external_id as "externalId", t.how, t.line, t.by, t.at from care.talk t
            join members.report_home h on h.community_id = t.community_id and h.home = t.put_on
            join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where t.community_id = folkmoot.community() and t.removed_at is null order by t.id
            """;

    private static final String TALK_IN =
            """
            insert into care.talk (community_id, put_on, by, at, how, line)
            select folkmoot.community(), h.home, r.by, r.at, r.how, r.line
            from jsonb_to_recordset(:rows::jsonb) r(identity bigint, by text, at timestamptz, how text, line text)
            join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
            where not exists (select from care.talk t where t.community_id = h.community_id
                and t.put_on = h.home and t.at = r.at and t.how = r.how)
            """;

    private static final String WATCHES =
            """
            select a.source, a.external_id as "externalId", w.account as "by@", w.at from care.watch w
            join members.report_home h on h.community_id = w.community_id and h.home = w.put_on
            join members.report_account a on a.community_id = h.community_id and a.identity_id = h.identity_id
            where w.community_id = folkmoot.community() order by w.at, a.identity_id
            """;

    private static final String WATCH_IN =
            """
            insert into care.watch (community_id, account, put_on, at)
            select folkmoot.community(), r.by, h.home, r.at
            from jsonb_to_recordset(:rows::jsonb) r(identity bigint, by bigint, at timestamptz)
            join members.report_home h on h.community_id = folkmoot.community() and h.identity_id = r.identity
            on conflict do nothing
            """;

    @Bean
    Keeper careKeepsakes(Keepsakes tables) {
        return tables.keeper(
                Turn.AFTER_LEDGER,
                10,
                Keepsake.of("task", TASKS, TASK_IN)
                        .text("text", Task.LONGEST)
                        .day("day?")
                        .clock("time?")
                        .text("owner?", 300)
                        .mateIfClear("owner?", "account")
                        .activity("thread?")
                        .text("by", 300)
                        .time("at")
                        .oneOf("ended?", "done", "dropped")
                        .text("endedBy?", 300)
                        .time("endedAt?")
                        .accounts("about"),
                Keepsake.of("owner", OWNERS, OWNER_IN)
                        .account()
                        .text("owner", 300)
                        .mate("owner", "account")
                        .text("by", 300)
                        .time("at"),
                Keepsake.of("talk", TALKS, TALK_IN)
                        .account()
                        .oneOf("how", Talks.WAYS.keySet().toArray(String[]::new))
                        .text("line?", 500)
                        .text("by", 300)
                        .time("at"),
                Keepsake.of("watch", WATCHES, WATCH_IN).account().mate("by", "by").time("at"));
    }
}
