-- Where people work. Which names and e-mail domains stand for which organisation is told by whoever keeps
-- organisations; here it is a table small enough to look into for each person who is derived.

-- What is left of a name without case, accents and punctuation: "@ACME," is "acme".
create function members.employer_key(name text) returns text language sql immutable parallel safe
    return nullif(left(trim(regexp_replace(members.folded(name), '[[:space:]!-/:-@\[-`{-~]+', ' ', 'g')), 200), '');

-- A domain and those above it, of two labels or more, in the order of org.example.mail: the last label first.
create function members.domains(mailed text) returns setof text language sql immutable parallel safe as $$
    select array_to_string((string_to_array(mailed, '.'))[1:n], '.')
    from generate_series(2, cardinality(string_to_array(mailed, '.'))) n
$$;

create table members.employer (
    community_id integer not null,
    kind text not null check (kind in ('name', 'domain')),
    key text not null,
    organisation bigint not null,
    name text not null,
    -- whether its people are the team's own
    staff boolean not null,
    primary key (community_id, kind, key)
);
call folkmoot.keep_apart('members.employer');
create index employer_organisation on members.employer (community_id, organisation);

-- The domain of the account's address, the last label first; null where it says nothing of where somebody
-- works: a free mailbox, a noreply address.
alter table members.identity add column mailed text collate "C";
update members.identity i set mailed = d.mailed
from (select community_id, id, (select string_agg(label, '.' order by nth desc)
          from unnest(string_to_array(lower(split_part(email, '@', 2)), '.')) with ordinality l(label, nth)) mailed
      from members.identity
      where email ~ '^[^@[:space:]]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$' and email !~* 'no-?reply' and length(email) <= 254) d
where d.community_id = i.community_id and d.id = i.id;
create index identity_mailed on members.identity (community_id, mailed, member_id) where mailed is not null;

-- What a profile or the team calls the place where somebody works, as it is looked up.
alter table members.member add column employer_key text;
update members.member set employer_key = members.employer_key(organisation) where organisation is not null;
create index member_employer on members.member (community_id, employer_key) where employer_key is not null;
update members.member set organisation = nullif(trim(left(organisation, 300)), '') where organisation is not null;
drop index members.member_organisation;
create index member_organisation on members.member (community_id, organisation, by_last_seen, id) where organisation is not null;

-- Where somebody works: what the team says, else a name that is known as an organisation's, else the domain
-- they write from (of the busiest account first, the closest first), else the name as the profile has it.
create function members.works(member bigint, told text, mailed text[])
    returns table (key text, organisation text, staff boolean) language sql stable parallel safe as $$
    select members.employer_key(w.named),
        nullif(left(trim(coalesce(n.name, d.name, w.named)), 300), ''),
        coalesce(n.staff, d.staff, false)
    from (select s.value is not null as by_hand, coalesce(s.value, told) as named
          from (values (1)) one left join lateral (
              select value from members.said
              where community_id = folkmoot.community() and member_id = member and field = 'organisation'
              order by at desc, put_on limit 1) s on true) w
    left join members.employer n on n.community_id = folkmoot.community() and n.kind = 'name'
        and n.key = members.employer_key(w.named)
    left join lateral (
        select e.name, e.staff from unnest(mailed) with ordinality m(domain, nth) cross join lateral members.domains(m.domain) k
        join members.employer e on e.community_id = folkmoot.community() and e.kind = 'domain' and e.key = k
        where n.key is null and not w.by_hand
        order by m.nth, length(e.key) desc limit 1) d on true
$$;

-- How many people each organisation has, and how many accounts write from each domain (at least: who is gone is
-- still counted there). A row for each transaction that changed it, so that nobody waits for anybody; the sum is the
-- number. Old rows are added up into those of transaction 0.
create table members.tally (
    community_id integer not null,
    kind text not null check (kind in ('organisation', 'domain')),
    transaction bigint not null,
    key text not null,
    people integer not null,
    primary key (community_id, kind, transaction, key)
);
call folkmoot.keep_apart('members.tally');
insert into members.tally (community_id, kind, transaction, key, people)
select community_id, 'organisation', 0, organisation, count(*) from members.member
    where organisation is not null and standing <> 'nobody' group by 1, 4
union all
select community_id, 'domain', 0, mailed, count(*) from members.identity where mailed is not null group by 1, 4;

create function members.count_for(organisation text, more integer) returns void
    language sql set search_path = pg_catalog, public as $$
    insert into members.tally as t (community_id, kind, transaction, key, people)
    values (folkmoot.community(), 'organisation', pg_current_xact_id()::text::bigint, organisation, more)
    on conflict (community_id, kind, transaction, key) do update set people = t.people + excluded.people
$$;

-- Outside of a community, as in a restore, what is written brings its own rows.
create function members.moved_on() returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
    if folkmoot.community() is not null then
        if old.organisation is not null and old.standing <> 'nobody' then
            perform members.count_for(old.organisation, -1);
        end if;
        if tg_op = 'UPDATE' and new.organisation is not null and new.standing <> 'nobody' then
            perform members.count_for(new.organisation, 1);
        end if;
    end if;
    return null;
end $$;
create trigger moved_on after update on members.member for each row
    when (old.organisation is distinct from new.organisation or (old.standing = 'nobody') <> (new.standing = 'nobody'))
    execute function members.moved_on();
create trigger gone_from after delete on members.member for each row
    when (old.organisation is not null) execute function members.moved_on();

-- Adds up what was counted, when that has become many rows.
create function members.settle_tally() returns void language plpgsql set search_path = pg_catalog, public as $$
begin
    perform pg_advisory_xact_lock(hashtext('members.tally'), folkmoot.community());
    with gone as (
        delete from members.tally where community_id = folkmoot.community() and transaction > 0 returning kind, key, people)
    insert into members.tally as t (community_id, kind, transaction, key, people)
    select folkmoot.community(), kind, 0, key, sum(people) from gone group by kind, key
    on conflict (community_id, kind, transaction, key) do update set people = t.people + excluded.people;
    delete from members.tally where community_id = folkmoot.community() and transaction = 0 and people = 0;
end $$;

-- Where an account said that its owner works, since when and until when it said so; null: at a time nobody knows.
create table members.worked (
    community_id integer not null,
    identity_id bigint not null,
    organisation text not null,
    first_at timestamptz,
    last_at timestamptz,
    primary key (community_id, identity_id, organisation)
);
call folkmoot.keep_apart('members.worked');
insert into members.worked (community_id, identity_id, organisation, first_at, last_at)
select community_id, id, left(trim(profile->'organisation'->>'v'), 300), nullif(profile->'organisation'->>'at', '')::timestamptz,
    nullif(profile->'organisation'->>'at', '')::timestamptz
from members.identity where trim(profile->'organisation'->>'v') <> '';

-- What whoever keeps organisations reads.
create view members.report_tally with (security_invoker = true) as
    select community_id, kind, transaction, key, people from members.tally;

create view members.report_colleague with (security_invoker = true) as
    select community_id, organisation, id as member_id, name, standing, first_seen, last_seen, by_last_seen, activities
    from members.member where organisation is not null;

create view members.report_mailed with (security_invoker = true) as
    select community_id, mailed, member_id, id as identity_id from members.identity where mailed is not null;

create view members.report_worked with (security_invoker = true) as
    select w.community_id, w.identity_id, coalesce(e.name, w.organisation) as organisation, w.first_at, w.last_at
    from members.worked w left join members.employer e on e.community_id = w.community_id and e.kind = 'name'
        and e.key = members.employer_key(w.organisation);
