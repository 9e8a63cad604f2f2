package org.folkmoot.members;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What follows from the identities: when a member was first and last seen, how often, on which
/// platforms, under which name.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class MemberFacts {

    private final JdbcClient db;
    private final DataSource source;

    MemberFacts(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    void add(List<Seen> added) {
        stage(added);
        db.sql(
                        """
                        update members.identity i set
                            first_seen = least(i.first_seen, s.first_at), last_seen = greatest(i.last_seen, s.last_at),
                            activities = i.activities + s.activities,
                            left_at = case when i.profile->'left'->>'v' like '~%' then greatest(i.left_at, s.last_at) else i.left_at end
                        from seen s where i.community_id = folkmoot.community() and i.id = s.identity_id
                        """)
                .update();
        db.sql(
                        """
                        insert into members.doing (community_id, identity_id, kind, times, last_at)
                        select folkmoot.community(), identity_id, kind, times, last_at from did
                        on conflict (community_id, identity_id, kind) do update
                            set times = doing.times + excluded.times, last_at = greatest(doing.last_at, excluded.last_at)
                        """)
                .update();
        unstage();
    }

    void replace(List<Seen> all) {
        stage(all);
        db.sql(
                        """
                        update members.identity i set
                            first_seen = least(s.first_at, i.joined_at, (i.profile->'shown'->>'v')::timestamptz),
                            last_seen = s.last_at, activities = s.activities,
                            left_at = case when i.profile->'left'->>'v' like '~%'
                                then greatest(substr(i.profile->'left'->>'v', 2)::timestamptz, s.last_at) else i.left_at end
                        from seen s where i.community_id = folkmoot.community() and i.id = s.identity_id
                        """)
                .update();
        db.sql(
                        """
                        delete from members.doing d using seen s
                        where d.community_id = folkmoot.community() and d.identity_id = s.identity_id
                        """)
                .update();
        db.sql(
                        """
                        insert into members.doing (community_id, identity_id, kind, times, last_at)
                        select folkmoot.community(), identity_id, kind, times, last_at from did
                        """)
                .update();
        unstage();
    }

    /// Those who left on a day the platform tells and were active later, or were thought to be.
    Map<Long, Instant> goneYetActive(Collection<Long> identities) {
        var gone = new HashMap<Long, Instant>();
        db.sql(
                        """
                        select id, left_at from members.identity
                        where community_id = folkmoot.community() and id = any(:ids)
                            and (back_at is not null or last_seen > left_at) and left_at is not null
                        """)
                .param("ids", identities.toArray(Long[]::new))
                .query(
                        (row, _) ->
                                gone.put(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant()))
                .list();
        return gone;
    }

    void cameBack(Map<Long, Instant> firstAfter, Collection<Long> gone) {
        var rows = new CopyIn();
        gone.forEach(id -> rows.row(id, firstAfter.get(id)));
        db.sql("create temporary table came (id bigint, back_at timestamptz) on commit drop")
                .update();
        rows.into(source, "came");
        db.sql(
                        """
                        update members.identity i set back_at = c.back_at from came c
                        where i.community_id = folkmoot.community() and i.id = c.id
                        """)
                .update();
        db.sql("drop table came").update();
        deriveSeen(gone);
    }

    private void stage(List<Seen> rows) {
        var seen = new CopyIn();
        var did = new CopyIn();
        for (var s : rows) {
            seen.row(s.identity(), s.first(), s.last(), s.activities());
            s.kinds().forEach((kind, t) -> did.row(s.identity(), kind, t.times(), t.last()));
        }
        db.sql(
                        """
                        create temporary table seen (identity_id bigint, first_at timestamptz, last_at timestamptz,
                            activities integer) on commit drop
                        """)
                .update();
        db.sql(
                        """
                        create temporary table did (identity_id bigint, kind text, times integer,
                            last_at timestamptz) on commit drop
                        """)
                .update();
        seen.into(source, "seen");
        did.into(source, "did");
    }

    private void unstage() {
        db.sql("drop table seen, did").update();
    }

    /// Recomputes when and how often the members of these identities were seen.
    void deriveSeen(Collection<Long> identities) {
        if (identities.isEmpty()) {
            return;
        }
        db.sql(
                        """
                        with touched as materialized (
                            select distinct member_id from members.identity
                            where community_id = folkmoot.community() and id = any(:identities)
                        ), fact as (
                            select i.member_id,
                                min(i.first_seen) first_seen, max(i.last_seen) last_seen, sum(i.activities) activities,
                                case when bool_and(i.left_at is not null) and coalesce(min(i.back_at) filter (where i.back_at > i.left_at) > max(i.left_at), true) then max(i.left_at) end left_at, min(i.back_at) filter (where i.back_at > i.left_at) back_at
                            from members.identity i join touched using (member_id)
                            where i.community_id = folkmoot.community()
                            group by i.member_id
                        )
                        update members.member m set first_seen = f.first_seen, last_seen = f.last_seen, left_at = f.left_at,
                            back_at = case when f.left_at is not null and f.back_at > f.left_at then f.back_at end,
                            activities = f.activities
                        from fact f where m.community_id = folkmoot.community() and m.id = f.member_id
                        """)
                .param("identities", identities.toArray(Long[]::new))
                .update();
    }

    /// Writes all that follows for the members of these identities, in one statement; who is not
    /// there yet is added whole, as a row that is changed right away costs each index twice.
    void derive(Collection<Long> identities) {
        if (identities.isEmpty()) {
            return;
        }
        db.sql(DERIVE).param("identities", identities.toArray(Long[]::new)).update();
    }

    private static final String DERIVE =
            """
            with touched as materialized (
                select distinct member_id from members.identity
                where community_id = folkmoot.community() and id = any(:identities)
            ), fact as (
                select i.member_id,
                    min(i.first_seen) first_seen, max(i.last_seen) last_seen, sum(i.activities) activities,
                    case when bool_and(i.left_at is not null) and coalesce(min(i.back_at) filter (where i.back_at > i.left_at) > max(i.left_at), true) then max(i.left_at) end left_at, min(i.back_at) filter (where i.back_at > i.left_at) back_at,
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
                select f.member_id, w.key, w.organisation, w.staff
                from field f cross join lateral members.works(f.member_id, nullif(trim(f.told->>'organisation'), ''), f.mailed) w
            ), searched as (
                insert into members.searched as s (community_id, member_id, location, language, timezone, words)
                select folkmoot.community(), f.member_id, f.told->>'location', f.told->>'language', f.told->>'timezone',
                    folkmoot.plain(concat_ws(' ', f.told->>'name', f.words, f.told->>'organisation',
                        nullif(p.organisation, f.told->>'organisation'), f.told->>'title',
                        (select string_agg(n.text, ' ') from members.note n
                            where n.community_id = folkmoot.community() and n.member_id = f.member_id and n.removed_at is null)))
                from field f join placed p using (member_id)
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
                p.organisation, p.key, f.told->>'title', f.told->>'location',
                f.told->>'timezone', f.told->>'language', f.told->>'pronouns', f.told->>'avatar', f.told->>'bio',
                case when f.role = 'member' and p.staff then 'staff' else f.role end,
                f.first_seen, f.last_seen, f.left_at,
                case when f.left_at is not null and f.back_at > f.left_at then f.back_at end, f.activities, f.platforms,
                (select s.value from members.said s
                    where s.community_id = folkmoot.community() and s.member_id = f.member_id and s.field = 'role'
                    order by s.at desc, s.put_on limit 1)
            from field f join placed p using (member_id) left join members.member was on was.community_id = folkmoot.community() and was.id = f.member_id
            on conflict (community_id, id) do update set
                name = excluded.name, email = excluded.email, face = excluded.face, organisation = excluded.organisation,
                employer_key = excluded.employer_key, title = excluded.title, location = excluded.location,
                timezone = excluded.timezone, language = excluded.language, pronouns = excluded.pronouns,
                avatar = excluded.avatar, bio = excluded.bio, role = excluded.role, first_seen = excluded.first_seen,
                last_seen = excluded.last_seen, left_at = excluded.left_at, back_at = excluded.back_at,
                activities = excluded.activities, platforms = excluded.platforms, role_by_hand = excluded.role_by_hand
            """;
}
