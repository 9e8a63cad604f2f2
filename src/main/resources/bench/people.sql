-- A community of :people people, made by SQL: 1.3 accounts each on four platforms, four activities each over two
-- years in threads of eight, authors by a power law, so most were here once and some every day.
insert into activity.source (community_id, id, key, platform, label, markup)
select folkmoot.community(), 1, 'slack:T1', 'slack', 'T1', 'slack';

insert into activity.place (community_id, id, source_id, external_id, name, style)
select folkmoot.community(), i, 1, 'C' || i, 'place ' || i, 'chat' from generate_series(1, 200) i;

insert into activity.activity (community_id, id, source_id, external_id, told, kind, identity_id, place_id, parent_id,
    thread_id, at, day, starts, title, text, digest)
select folkmoot.community(), n, 1, n::text, kind, kind,
    1 + floor(:people * 1.3 * power(random(), 2.5))::bigint, 1 + floor(200 * power(random(), 2))::bigint,
    case when n % 8 <> 0 and n > 8 then n - n % 8 end, case when n > 8 then n - n % 8 else n end,
    at, at::date, n % 8 = 0, case when n % 8 = 0 then 'About thing ' || n % 977 end,
    'Some words about topic' || n % 5003 || ' and thing' || n % 3001, n
from (
    select n, now() - make_interval(secs => (1 - n / (:people * 4.0)) * 730 * 86400) as at,
        case when n % 8 = 0 then case when n % 40 = 0 then 'question' else 'message' end
            when r < 0.5 then 'message' when r < 0.75 then 'reply' when r < 0.88 then 'reaction'
            when r < 0.93 then 'answer' when r < 0.98 then 'commit' else 'review' end as kind
    from (select n, random() as r from generate_series(1, :people * 4) n) drawn) told;

insert into activity.day (community_id, day) select folkmoot.community(), day from activity.activity
where community_id = folkmoot.community() group by day;

insert into activity.presence (community_id, day, identity_id, activities, active, contributions, content)
select folkmoot.community(), day, identity_id, count(*), count(*),
    count(*) filter (where kind in ('commit', 'review', 'answer')), count(*) filter (where starts)
from activity.activity where community_id = folkmoot.community() group by day, identity_id order by day, identity_id;

insert into members.doing (community_id, identity_id, kind, times, last_at)
select folkmoot.community(), identity_id, kind, count(*), max(at)
from activity.activity where community_id = folkmoot.community() group by identity_id, kind order by identity_id, kind;

-- account n belongs to person n, those beyond the people to somebody who has another already
insert into members.identity (community_id, id, source, platform, external_id, member_id, home, name, email, mailed, profile,
    first_seen, last_seen, activities)
select folkmoot.community(), n, p || ':T1', p, 'U' || n, case when n <= :people then n else 1 + floor(:people * random())::bigint end,
    case when n > :people then n end, 'Person ' || n, case when n % 10 < 4 then 'p' || n || '@d' || n % 30000 || '.example' end,
    case when n % 10 < 4 then 'example.d' || n % 30000 end,
    jsonb_build_object('name', jsonb_build_object('v', 'Person ' || n, 'at', '2026-01-01T00:00:00Z'),
        'avatar', jsonb_build_object('v', 'https://example.org/' || n || '.png', 'at', '2026-01-01T00:00:00Z')),
    d.first_at, d.last_at, coalesce(d.times, 0)
from (select n, (array['slack', 'github', 'discourse', 'mail'])[1 + floor(4 * power(random(), 2))] as p
      from generate_series(1, (:people * 1.3)::integer) n) drawn
left join (select identity_id, min(at) as first_at, max(at) as last_at, count(*) as times
           from activity.activity where community_id = folkmoot.community() group by identity_id) d on d.identity_id = n
order by n;

insert into members.member (community_id, id, name, email, organisation, employer_key, title, location, language, role, first_seen,
    last_seen, left_at, activities, platforms)
select folkmoot.community(), n, 'Person ' || n, case when n % 10 < 4 then 'p' || n || '@d' || n % 30000 || '.example' end, o,
    members.employer_key(o),
    case when random() < 0.2 then (array['Engineer', 'Designer', 'Maintainer', 'Head of things'])[1 + floor(4 * random())] || ' ' || n % 300 end,
    case when random() < 0.3 then 'City ' || floor(2000 * power(random(), 2)) end,
    case when random() < 0.3 then (array['en', 'de', 'fr', 'ja', 'es'])[1 + floor(5 * random())] end,
    case when n % 5000 = 1 then 'staff' when n % 5000 = 2 then 'bot' else 'member' end,
    coalesce(i.first_at, now() - random() * interval '730 days'), i.last_at,
    case when random() < 0.03 then now() - random() * interval '700 days' end, i.times, i.platforms
from (select n, case when random() < 0.4 then 'Org ' || floor(20000 * power(random(), 3)) end as o from generate_series(1, :people) n) drawn
join (select member_id, min(first_seen) as first_at, max(last_seen) as last_at, sum(activities) as times,
          array_agg(distinct platform) as platforms
      from members.identity where community_id = folkmoot.community() group by member_id) i on i.member_id = n
order by n;

insert into members.searched (community_id, member_id, words, location, language)
select community_id, id, lower(concat_ws(' ', name, 'u' || id, email, organisation, title)), location, language from members.member
where community_id = folkmoot.community();

insert into members.tag (community_id, member_id, put_on, name, by)
select folkmoot.community(), m, m, t, 'Ada' from (
    select distinct 1 + floor(:people * random())::bigint as m,
        case when random() < 0.02 then 'champion' else 'tag' || floor(50 * power(random(), 2)) end as t
    from generate_series(1, (:people * 0.3)::integer)) drawn;

insert into members.tally (community_id, kind, transaction, key, people)
select folkmoot.community(), 'organisation', 0, organisation, count(*) from members.member
where community_id = folkmoot.community() and organisation is not null group by organisation
union all
select folkmoot.community(), 'domain', 0, mailed, count(*) from members.identity
where community_id = folkmoot.community() and mailed is not null group by mailed;
