-- A community's :activities activities of :members people over :years years: threads of up to four, each with its
-- place; who asks and answers is drawn from those who have come by then, some by a power law, some because they
-- came lately, and many right after they came and never again; replies follow after minutes or days.
insert into activity.source (community_id, id, key, platform, label, markup)
select folkmoot.community(), i, k, split_part(k, ':', 1), k, m from (values
    (1, 'slack:T1', 'slack'), (2, 'discourse:forum', 'markdown'), (3, 'github:org', 'markdown')) s(i, k, m);

insert into activity.place (community_id, id, source_id, external_id, name, style)
select folkmoot.community(), nextval('activity.place_id'), 1 + i % 3, 'P' || i, 'place ' || i,
    case when i % 3 = 0 then 'chat' else 'forum' end
from generate_series(0, 299) i;

insert into activity.activity (community_id, id, source_id, external_id, told, kind, identity_id, place_id, parent_id,
    thread_id, parent_external, at, day, starts, title, text, facts, digest)
select folkmoot.community(), n, source, n::text, kind, kind, account, base.place + told.place,
    case when reply then first end, case when reply then first else n end,
    case when reply then first::text end, at, (at at time zone 'UTC')::date, n = first and (kind = 'question' or source > 1),
    case when n = first then 'About thing ' || n % 977 end, 'Some words about topic' || n % 5003,
    case when n = first and source = 2 then jsonb_build_object('views', n % 331) else '{}' end, n
from (select min(id) - 1 as place from activity.place where community_id = folkmoot.community()) base,
lateral (
    select n, first, source, reply, source + 3 * floor(100 * b * b)::bigint as place,
        1 + floor(least(:accounts - 1, came * case when r < 0.53 then power(u, 4) when r < 0.88 then 1 - power(u, 3)
            else 1 - u * 0.002 end))::bigint as account,
        case when reply then least(begun + make_interval(secs => exp(8 + 2.2 * sqrt(-2 * ln(1 - v)) * cos(2 * pi() * w))),
            greatest(begun, now() - make_interval(secs => 3600 * v))) else begun + make_interval(secs => n - first) end as at,
        case when reply then (case when q < 0.45 then 'reply' when q < 0.65 then 'reaction' when q < 0.8 then 'comment'
                when q < 0.95 then 'answer' else 'vote' end)
            when n = first then (case when source = 3 then case when q < 0.6 then 'issue' else 'pull_request' end
                when q < 0.45 then 'question' else 'message' end)
            when q < 0.6 then 'message' when q < 0.95 then 'commit' else 'article' end as kind
    from (
        select t.*, p.*, t.k * 4 - 3 as first, t.k * 4 - 3 + p.p as n, p.p > 0 and p.s < 0.7 as reply
        from (
            select k, 1 + floor(3 * random())::integer as source, random() as b,
                greatest(1.0, :accounts * (k::float8 / (:activities / 4))) as came,
                now() - make_interval(secs => (1 - k::float8 / (:activities / 4)) * :years * 365.25::float8 * 86400) as begun
            from generate_series(1, :activities / 4) k) t
        cross join lateral (
            select p, random() as r, random() as u, random() as v, random() as w, random() as q, random() as s
            from generate_series(0, 3) p where t.k > 0) p) drawn) told;

select count(nextval('activity.ledger')) from generate_series(1, :activities);

insert into activity.day (community_id, day) select folkmoot.community(), day from activity.activity
where community_id = folkmoot.community() group by day;

insert into activity.presence (community_id, day, identity_id, activities, active, contributions, content)
select folkmoot.community(), day, identity_id, count(*), count(*),
    count(*) filter (where kind in ('commit', 'issue', 'pull_request', 'answer', 'article')),
    count(*) filter (where parent_external is null and kind in ('question', 'message', 'issue', 'pull_request', 'article'))
from activity.activity where community_id = folkmoot.community() group by day, identity_id order by day, identity_id;

insert into members.doing (community_id, identity_id, kind, times, last_at)
select folkmoot.community(), identity_id, kind, count(*), max(at)
from activity.activity where community_id = folkmoot.community() group by identity_id, kind order by identity_id, kind;

-- account n belongs to person n, those beyond the people to somebody who has another already
insert into members.identity (community_id, id, source, platform, external_id, member_id, home, name, profile,
    first_seen, last_seen, activities)
select folkmoot.community(), n, p, split_part(p, ':', 1), 'U' || n,
    case when n <= :members then n else 1 + floor(:members * random())::bigint end,
    case when n > :members then n end, 'Person ' || n,
    jsonb_build_object('name', jsonb_build_object('v', 'Person ' || n, 'at', '2026-01-01T00:00:00Z')),
    d.first_at, d.last_at, coalesce(d.times, 0)
from (select n, (array['slack:T1', 'discourse:forum', 'github:org'])[1 + floor(3 * power(random(), 2))] as p
      from generate_series(1, :accounts) n) drawn
left join (select identity_id, min(at) as first_at, max(at) as last_at, count(*) as times
           from activity.activity where community_id = folkmoot.community() group by identity_id) d on d.identity_id = n
order by n;

select count(nextval('members.identity_id')), count(nextval('members.member_id')) from generate_series(1, :accounts);

insert into members.member (community_id, id, name, role, first_seen, last_seen, left_at, activities, platforms)
select folkmoot.community(), n, 'Person ' || n,
    case when n % 5000 = 1 then 'staff' when n % 5000 = 2 then 'bot' else 'member' end,
    i.first_at, i.last_at, case when random() < 0.03 then i.last_at + interval '1 day' end, i.times, i.platforms
from generate_series(1, :members) n
join (select member_id, min(first_seen) as first_at, max(last_seen) as last_at, sum(activities) as times,
          array_agg(distinct platform) as platforms
      from members.identity where community_id = folkmoot.community() group by member_id) i on i.member_id = n
order by n;

insert into members.searched (community_id, member_id, words)
select community_id, id, lower(concat_ws(' ', name, 'u' || id)) from members.member where community_id = folkmoot.community();

insert into members.tag (community_id, member_id, put_on, name, by)
select folkmoot.community(), m, m, t, 'Ada' from (
    select distinct 1 + floor(:members * random())::bigint as m,
        case when random() < 0.02 then 'champion' else 'tag' || floor(50 * power(random(), 2)) end as t
    from generate_series(1, (:members * 0.3)::integer)) drawn;

-- what others follow the ledger with is as if it had been read, so that they do not run beside the measuring
insert into activity.read (community_id, up_to) select folkmoot.community(), max(id) from activity.activity
where community_id = folkmoot.community();

insert into care.read (community_id, up_to, team, stir)
select folkmoot.community(), (select max(id) from activity.activity where community_id = folkmoot.community()),
    (select coalesce(array_agg(i.identity_id order by i.identity_id), '{}') from members.report_identity i
        where i.community_id = folkmoot.community() and i.role = 'staff'),
    (select coalesce(sum(times), 0) from members.report_stir where community_id = folkmoot.community());
