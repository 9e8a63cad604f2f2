package org.folkmoot.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Everything that a team keeps besides what an export of a platform tells, a few rows of each.
@Component
@NullUnmarked
class Belongings {

    static final String CHAT = "slack:T5";
    static final String FORUM = "discourse:moot.example";
    private static final java.time.Instant NOON = java.time.Instant.parse("2026-03-05T12:00:00Z");

    /// `:home` and `:other` are homes of people, `:deed` an activity, `:mate` of the team, `:n`
    /// counts.
    private static final List<String> ROWS =
            List.of(
                    """
                    insert into members.tag (community_id, put_on, member_id, name, by, at, removed_at)
                    select folkmoot.community(), :home, coalesce(m.member_id, :home), 'tag ' || :n, 'Grace', :at::timestamptz,
                        case when :n % 3 = 0 then now() end
                    from (values (1)) v left join members.report_moved m on m.home = :home and m.community_id = folkmoot.community()
                    on conflict do nothing
                    """,
                    """
                    insert into members.note (community_id, put_on, member_id, text, by, at, edited_at, removed_at)
                    select folkmoot.community(), :home, coalesce(m.member_id, :home), 'Note ' || :n, 'Grace', :at::timestamptz,
                        case when :n % 2 = 0 then now() end, case when :n % 4 = 0 then now() end
                    from (values (1)) v left join members.report_moved m on m.home = :home and m.community_id = folkmoot.community()
                    """,
                    """
                    insert into members.segment (community_id, name, query, by) values
                        (folkmoot.community(), 'Segment ' || :n, 'q=ada' || :n, 'Grace')
                    """,
                    "insert into activity.tag (community_id, activity_id, name, by) values (folkmoot.community(), :deed, 'Label ' || :n, 'Grace')",
                    """
                    insert into listening.correction (community_id, activity_id, digest, mood, asks, by, at)
                    select folkmoot.community(), a.id, hashtextextended(nullif(concat_ws(E'\n', a.title, a.text), ''), 0), 'negative',
                        case when :n % 2 = 0 then false end, 'Grace', :at::timestamptz from activity.activity a
                    where a.community_id = folkmoot.community() and a.id = :deed and a.text <> '' on conflict do nothing
                    """,
                    """
                    with o as (insert into listening.theme (community_id, shelf, label, name, pinned, ignored, centre)
                        values (folkmoot.community(), 'questions', 'lamp, night', 'Theme ' || :n, :n % 2 = 0, :n % 3 = 0, '{"lamp": 0.5, "night light": 0.25}')
                        returning id)
                    insert into listening.theme (community_id, shelf, label, merged_into, centre)
                    select folkmoot.community(), 'questions', 'lantern ' || :n, id, '{"lantern": 1.5}' from o
                    """,
                    """
                    with t as (insert into care.task (community_id, text, due_day, due_time, owner, owner_name, thread_id, by, at) values
                        (folkmoot.community(), 'Task ' || :n, '2026-04-01', case when :n % 2 = 0 then '09:30'::time end,
                            case when :n % 2 = 0 then :mate end, case when :n % 2 = 0 then 'Grace' end,
                            case when :n % 3 = 0 then :deed end, 'Grace', :at::timestamptz) returning id),
                    e as (insert into care.task_end (community_id, task_id, how, by, at)
                        select folkmoot.community(), id, 'done', 'Grace', now() from t where :n % 4 = 0)
                    insert into care.about (community_id, task_id, put_on) select folkmoot.community(), id, h from t, unnest(array[:home, :other]) h
                    on conflict do nothing
                    """,
                    """
                    insert into care.owner (community_id, put_on, account, account_name, by, at, batch)
                    values (folkmoot.community(), :home, :mate, 'Grace', 'Grace', :at::timestamptz, 1) on conflict do nothing
                    """,
                    "insert into care.watch (community_id, account, put_on) values (folkmoot.community(), :mate, :home) on conflict do nothing",
                    """
                    insert into care.talk (community_id, put_on, by, at, how, line)
                    values (folkmoot.community(), :home, 'Grace', :at::timestamptz, 'call', case when :n % 2 = 0 then 'Line ' || :n end)
                    """,
                    """
                    insert into consent.entry (community_id, put_on, address, purpose, channel, act, source, version, note, by, at)
                    values (folkmoot.community(), case when :n % 3 > 0 then :home end, case when :n % 2 = 0 or :n % 3 = 0 then 'who' || :n || '@out.example'
                        else '' end, 'news', 'mail', 'granted', 'hand', 1, 'Proof ' || :n, 'Grace', :at::timestamptz)
                    """,
                    """
                    insert into consent.ask (community_id, put_on, purpose, channel, module, key, address, subject, text, counts, state,
                        goes_at, expires_at, by, created_at, ended_at)
                    values (folkmoot.community(), :home, 'news', 'mail', 'consent', 'ask ' || :n, 'who' || :n || '@out.example', 'Hello',
                        'A link: https://moot.example/p/x?token=secret', true, case when :n % 5 = 0 then 'waiting' else 'sent' end,
                        :at::timestamptz, :at::timestamptz, 'Grace', :at::timestamptz, :at::timestamptz)
                    """,
                    """
                    insert into thanks.thank (community_id, batch, put_on, kind, nth, activity_id, moment_at, done, way, note, by, at,
                        taken_back_at, taken_back_by)
                    values (folkmoot.community(), :n, :home, 'first_answer', 1, :deed, :at::timestamptz, 'thanked', 'mail', 'Thanks', 'Grace',
                        :at::timestamptz, case when :n % 3 = 0 then now() end, case when :n % 3 = 0 then 'Grace' end) on conflict do nothing
                    """,
                    """
                    insert into thanks.wish (community_id, put_on, way, by)
                    select folkmoot.community(), :home, 'link', 'themselves' where :n % 4 = 0 on conflict do nothing
                    """,
                    """
                    insert into thanks.gift_kind (community_id, name, about, stock, cost, by, at, retired_at)
                    values (folkmoot.community(), 'Gift ' || :n, 'About', case when :n % 2 = 0 then 5 end, '9', 'Grace', :at::timestamptz,
                        case when :n % 3 = 0 then now() end)
                    """,
                    """
                    with g as (insert into thanks.gift (community_id, put_on, gift_kind_id, kind, nth, activity_id, why, by, at)
                        select folkmoot.community(), :home, max(id), 'first_answer', 1, :deed, 'Why', 'Grace', :at::timestamptz
                        from thanks.gift_kind where community_id = folkmoot.community() returning id),
                    a as (insert into thanks.address (community_id, gift_id, sealed) select folkmoot.community(), id, '\\xdeadbeef' from g)
                    insert into thanks.gift_step (community_id, gift_id, n, state, note, by, at)
                    select folkmoot.community(), id, s, case s when 1 then 'asked' else 'address' end, '', 'Grace', now() from g, generate_series(1, 2) s
                    """,
                    """
                    with i as (insert into ties.introduction (community_id, kind, put_on, put_on_other, reason, draft, score, state, since, suggested_at)
                        select folkmoot.community(), 'shared', :home, :other, 'Both', 'Meet', 0.1 * :n, 'accepted', :at::timestamptz, :at::timestamptz
                        where :home <> :other returning id)
                    insert into ties.step (community_id, introduction_id, n, was, state, by, at)
                    select folkmoot.community(), id, 1, 'suggested', 'accepted', 'Grace', now() from i
                    """,
                    """
                    with q as (insert into privacy.request (community_id, wants, address, words, language, state, put_on, due_at, download)
                        values (folkmoot.community(), 'copy', 'who' || :n || '@out.example', 'Words ' || :n, 'en', 'answered',
                            case when :n % 2 = 0 then :home end, now(), 'a secret') returning id)
                    insert into privacy.step (community_id, request_id, what, words, by)
                    select folkmoot.community(), id, 'received', '', 'Grace' from q
                    """,
                    """
                    insert into privacy.restraint (community_id, put_on, kind, reason, since, request_id, by, at, lifted_at, lifted_by)
                    select folkmoot.community(), :home, case when :n % 2 = 0 then 'objection' else 'restriction' end, 'Reason ' || :n,
                        '2026-03-01'::date + :n, case when :n % 4 = 0 then (select max(id) from privacy.request
                            where community_id = folkmoot.community()) end, 'Grace', :at::timestamptz,
                        case when :n % 3 = 0 then now() end, case when :n % 3 = 0 then 'Grace' end on conflict do nothing
                    """);

    private static final List<String> ONCE =
            List.of(
                    "insert into activity.kind_weight (community_id, kind, weight, active, contribution, content, by) values (folkmoot.community(), 'reply', 7, true, true, true, 'Grace')",
                    "insert into consent.rule values (folkmoot.community(), 5, 20, 60, 120, true)",
                    "insert into consent.purpose (community_id, key, basis, offered) values (folkmoot.community(), 'news', 'consent', true)",
                    "insert into consent.wording (community_id, purpose, version, name, words, by) values (folkmoot.community(), 'news', 1, 'News', 'Once a month', 'Grace')",
                    "insert into thanks.rule (community_id, kind, shown, least, by) values (folkmoot.community(), 'posts', false, 50, 'Grace')",
                    "insert into privacy.contact values (folkmoot.community(), 'The Moot, 1 Hill', 'privacy@moot.example')",
                    "insert into privacy.basis (community_id, source, basis, purpose, origin, keeps, by) values (folkmoot.community(), 'slack:T5', 'interest', 'To help', 'The chat', 'Long', 'Grace')",
                    "insert into privacy.rule (community_id, kind, days, by) values (folkmoot.community(), 'texts', 3650, 'Grace')",
                    "insert into privacy.sweep (community_id, kind, days, went) values (folkmoot.community(), 'texts', 3650, 3)");

    private final JdbcClient db;

    Belongings(JdbcClient db) {
        this.db = db;
    }

    static List<Found> people(Random random) {
        var found = new ArrayList<Found>();
        found.add(new Found.Origin(CHAT, "Chat", Markup.SLACK));
        found.add(new Found.Origin(FORUM, "Forum", Markup.MARKDOWN));
        found.add(Found.Place.of(CHAT, "C1", "general", Style.CHAT));
        for (int n = 0; n < 12; n++) {
            found.add(
                    Person.of(n % 2 == 0 ? CHAT : FORUM, "U" + n)
                            .with(Found.Field.NAME, "Person " + n)
                            .with(Found.Field.EMAIL, "person" + n + "@moot.example")
                            .asOf(NOON.minusSeconds(n)));
        }
        for (int n = 0; n < 60; n++) {
            var who = random.nextInt(12);
            found.add(
                    Deed.of(
                                    who % 2 == 0 ? CHAT : FORUM,
                                    "d" + n,
                                    Kind.MESSAGE,
                                    "U" + who,
                                    NOON.plusSeconds(3600L * n))
                            .saying("Said " + n));
        }
        return found;
    }

    /// In the transaction and community of the caller.
    void make(Random random) {
        ONCE.forEach(sql -> db.sql(sql).update());
        var homes =
                all(
                        "select home from members.report_home where community_id = folkmoot.community() order by 1");
        var deeds =
                all(
                        "select id from activity.report_activity where community_id = folkmoot.community() order by 1");
        var mate =
                all("select account_id from access.teammate where community_id = folkmoot.community()")
                        .getFirst();
        for (int n = 1; n <= 8; n++) {
            for (var sql : ROWS) {
                db.sql(sql)
                        .param("home", homes.get(random.nextInt(homes.size())))
                        .param("other", homes.get(random.nextInt(homes.size())))
                        .param("deed", deeds.get(random.nextInt(deeds.size())))
                        .param("mate", mate)
                        .param("n", n)
                        .param("at", NOON.plusSeconds(n).toString())
                        .update();
            }
        }
    }

    List<Long> all(String sql) {
        return db.sql(sql).query(Long.class).list();
    }
}
