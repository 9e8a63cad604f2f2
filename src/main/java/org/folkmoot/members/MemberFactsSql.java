package org.folkmoot.members;

/// The statements by which [MemberFacts] derives a member from their accounts.
final class MemberFactsSql {

    /// From the accounts `i` of a member: whoever has several left when the last of them was left,
    /// and not while one that was come back to, or never left, is there.
    static final String LEAVING =
            """
            case when bool_and(i.left_at is not null)
                    and coalesce(min(i.back_at) filter (where i.back_at > i.left_at) > max(i.left_at), true)
                then max(i.left_at) end left_at,
            min(i.back_at) filter (where i.back_at > i.left_at) back_at
            """;

    /// All that follows for a member from the accounts `:identities`, written in one statement.
    static final String DERIVE =
            """
            with touched as materialized (
                select distinct member_id from members.identity
                where community_id = folkmoot.community() and id = any(:identities)
            ), fact as (
                select i.member_id,
                    min(i.first_seen) first_seen, max(i.last_seen) last_seen, sum(i.activities) activities,
                    %s,
                    array_agg(distinct i.platform order by i.platform) platforms,
                    case when bool_and(i.role = 'nobody') then 'nobody' when bool_and(i.role in ('bot', 'nobody')) then 'bot'
                        when bool_or(i.role = 'staff') then 'staff' else 'member' end as role,
                    coalesce((array_agg(coalesce(i.name, i.handle) order by i.activities desc, i.id)
                        filter (where coalesce(i.name, i.handle) is not null))[1],
                        (array_agg(i.external_id order by i.home is not null, i.id))[1]) as name,
                    (array_agg(i.email order by i.activities desc, i.id) filter (where i.email is not null))[1] email,
                    array_agg(i.mailed order by i.activities desc, i.id) filter (where i.mailed is not null) mailed,
                    (array_agg(i.face order by i.profile->'avatar'->>'at' desc nulls last, i.id) filter (where i.face is not null))[1] face,
                    jsonb_object_agg_strict(i.id, i.profile) profiles, min(i.external_id) external_id,
                    string_agg(concat_ws(' ', i.name, i.handle, i.email, i.external_id), ' ' order by i.id) words
                from members.identity i join touched using (member_id)
                where i.community_id = folkmoot.community()
                group by i.member_id
            ), field as (
                select f.member_id, f.first_seen, f.last_seen, f.activities, f.left_at, f.back_at, f.platforms, f.role,
                    f.name, f.external_id, f.email, f.mailed, f.words, f.face, coalesce((select jsonb_object_agg(k, v) from (
                        select distinct on (e.key) e.key k, e.value->>'v' v
                        from jsonb_each(f.profiles) p, jsonb_each(p.value) e
                        where e.key in ('organisation', 'title', 'location', 'timezone', 'language', 'pronouns', 'avatar', 'bio')
                        order by e.key, e.value->>'at' desc, e.value->>'v' desc) latest), '{}')
                    || coalesce((select jsonb_object_agg(h.field, h.value) from (
                        select distinct on (s.field) s.field, s.value from members.said s
                        where s.community_id = folkmoot.community() and s.member_id = f.member_id and s.field <> 'role'
                        order by s.field, s.at desc, s.put_on) h where h.value is not null), '{}') told
                from fact f
            ), placed as materialized (
                select f.*, w.key, w.organisation, w.staff
                from field f cross join lateral members.works(f.member_id, nullif(trim(f.told->>'organisation'), ''), f.mailed) w
            ), searched as (
                insert into members.searched as s (community_id, member_id, location, language, timezone, words)
                select folkmoot.community(), f.member_id, f.told->>'location', f.told->>'language', f.told->>'timezone',
                    folkmoot.plain(concat_ws(' ', f.told->>'name', f.words, f.told->>'organisation',
                        nullif(f.organisation, f.told->>'organisation'), f.told->>'title',
                        (select string_agg(n.text, ' ') from members.note n
                            where n.community_id = folkmoot.community() and n.member_id = f.member_id and n.removed_at is null)))
                from placed f
                on conflict (community_id, member_id) do update set words = excluded.words, location = excluded.location,
                        language = excluded.language, timezone = excluded.timezone
                    where (s.words, s.location, s.language, s.timezone)
                        is distinct from (excluded.words, excluded.location, excluded.language, excluded.timezone)
            )
            insert into members.member as m (community_id, id, name, email, face, organisation, employer_key, title, location,
                timezone, language, pronouns, avatar, bio, role, first_seen, last_seen, left_at, back_at, activities, platforms,
                role_by_hand)
            select folkmoot.community(), f.member_id,
                coalesce(f.told->>'name', nullif(trim(f.name), ''), was.name, f.external_id), f.email, f.face,
                f.organisation, f.key, f.told->>'title', f.told->>'location',
                f.told->>'timezone', f.told->>'language', f.told->>'pronouns', f.told->>'avatar', f.told->>'bio',
                case when f.role = 'member' and f.staff then 'staff' else f.role end,
                f.first_seen, f.last_seen, f.left_at,
                case when f.left_at is not null and f.back_at > f.left_at then f.back_at end, f.activities, f.platforms,
                (select s.value from members.said s
                    where s.community_id = folkmoot.community() and s.member_id = f.member_id and s.field = 'role'
                    order by s.at desc, s.put_on limit 1)
            from placed f left join members.member was on was.community_id = folkmoot.community() and was.id = f.member_id
            on conflict (community_id, id) do update set
                name = excluded.name, email = excluded.email, face = excluded.face, organisation = excluded.organisation,
                employer_key = excluded.employer_key, title = excluded.title, location = excluded.location,
                timezone = excluded.timezone, language = excluded.language, pronouns = excluded.pronouns,
                avatar = excluded.avatar, bio = excluded.bio, role = excluded.role, first_seen = excluded.first_seen,
                last_seen = excluded.last_seen, left_at = excluded.left_at, back_at = excluded.back_at,
                activities = excluded.activities, platforms = excluded.platforms, role_by_hand = excluded.role_by_hand
            """
                    .formatted(LEAVING);

    private MemberFactsSql() {}
}
