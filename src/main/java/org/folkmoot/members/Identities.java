package org.folkmoot.members;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.folkmoot.members.Told.Key;
import org.folkmoot.store.CopyIn;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The way in for people: whoever an import or a connector meets. Each account becomes one
/// identity, each new identity one member of its own.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Identities {

    private final JdbcClient db;
    private final DataSource source;
    private final MemberFacts facts;

    Identities(JdbcClient db, DataSource source, MemberFacts facts) {
        this.db = db;
        this.source = source;
        this.facts = facts;
    }

    /// @param ids every account asked for, by key
    /// @param fresh the accounts met for the first time
    /// @param changed known accounts of which something new was told
    public record Met(Map<Key, Long> ids, Set<Key> fresh, Set<Key> changed) {}

    private record Known(long id, Profile profile) {}

    /// Meets a page of people: one statement a step, however many they are.
    ///
    /// @param told what is told of them; the same account may come more than once
    /// @param others accounts that did something without being told of
    public Met meet(Collection<Told> told, Collection<Key> others) {
        var profiles = new LinkedHashMap<Key, Profile>();
        told.forEach(t -> profiles.merge(t.key(), Profile.of(t), Profile::merge));
        others.forEach(key -> profiles.putIfAbsent(key, Profile.EMPTY));
        var known = known(profiles.keySet());
        var ids = new HashMap<Key, Long>();
        var fresh = new LinkedHashMap<Key, Profile>();
        var changed = new LinkedHashMap<Key, Known>();
        profiles.forEach(
                (key, profile) -> {
                    var there = known.get(key);
                    if (there == null) {
                        fresh.put(key, profile);
                        return;
                    }
                    ids.put(key, there.id());
                    var merged = there.profile().merge(profile);
                    if (!merged.equals(there.profile())) {
                        changed.put(key, new Known(there.id(), merged));
                    }
                });
        add(fresh, ids);
        update(changed.values());
        var touched = new ArrayList<Long>();
        fresh.keySet().forEach(key -> touched.add(Objects.requireNonNull(ids.get(key))));
        changed.values().forEach(k -> touched.add(k.id()));
        facts.tagsAndNotes(told, ids);
        facts.rolesByHand(told, ids);
        facts.derive(touched);
        return new Met(ids, fresh.keySet(), changed.keySet());
    }

    /// Takes the ledger's word of what was added for these identities.
    public void saw(List<Seen> added) {
        facts.add(added);
        facts.deriveSeen(added.stream().map(Seen::identity).toList());
    }

    /// Takes the ledger's word of all there is for these identities, after something was removed.
    public void recount(List<Seen> all) {
        facts.replace(all);
        facts.deriveSeen(all.stream().map(Seen::identity).toList());
    }

    /// Of these, who left on a day the platform tells and may have been active later: when they
    /// left.
    public Map<Long, Instant> goneYetActive(Collection<Long> identities) {
        return identities.isEmpty() ? Map.of() : facts.goneYetActive(identities);
    }

    /// @param gone who was asked about
    /// @param firstAfter when each was first active after leaving; missing if never
    public void cameBack(Collection<Long> gone, Map<Long, Instant> firstAfter) {
        facts.cameBack(firstAfter, gone);
    }

    private Map<Key, Known> known(Set<Key> keys) {
        var found = new HashMap<Key, Known>();
        db.sql(
                        """
                        select i.source, i.external_id, i.id, i.profile
                        from unnest(:sources::text[], :ids::text[]) k(source, external_id)
                        join members.identity i on i.community_id = folkmoot.community()
                            and i.source = k.source and i.external_id = k.external_id
                        """)
                .param("sources", CopyIn.array(keys.stream().map(Key::source).toList()))
                .param("ids", CopyIn.array(keys.stream().map(Key::id).toList()))
                .query(
                        (row, _) ->
                                found.put(
                                        new Key(row.getString(1), row.getString(2)),
                                        new Known(
                                                row.getLong(3),
                                                Profile.fromJson(row.getString(4)))))
                .list();
        return found;
    }

    private void add(Map<Key, Profile> fresh, Map<Key, Long> ids) {
        if (fresh.isEmpty()) {
            return;
        }
        var numbers =
                db.sql(
                                """
                                select nextval('members.identity_id'), nextval('members.member_id')
                                from generate_series(1, :many)
                                """)
                        .param("many", fresh.size())
                        .query((row, _) -> new long[] {row.getLong(1), row.getLong(2)})
                        .list();
        var rows = new CopyIn();
        var next = numbers.iterator();
        fresh.forEach(
                (key, profile) -> {
                    var number = next.next();
                    ids.put(key, number[0]);
                    rows.row(
                            number[0],
                            number[1],
                            key.source(),
                            key.platform(),
                            key.id(),
                            profile.toJson());
                });
        db.sql(
                        """
                        create temporary table met (identity_id bigint, member_id bigint, source text,
                            platform text, external_id text, profile jsonb) on commit drop
                        """)
                .update();
        rows.into(source, "met");
        db.sql(
                        """
                        insert into members.member (community_id, id, name)
                        select folkmoot.community(), member_id, external_id from met
                        """)
                .update();
        db.sql(
                        """
                        insert into members.identity (community_id, id, source, platform, external_id, member_id, profile)
                        select folkmoot.community(), identity_id, source, platform, external_id, member_id, profile from met
                        """)
                .update();
        db.sql("drop table met").update();
        update(
                fresh.entrySet().stream()
                        .map(
                                e ->
                                        new Known(
                                                Objects.requireNonNull(ids.get(e.getKey())),
                                                e.getValue()))
                        .toList());
    }

    /// Writes profiles and the columns that are read from them.
    private void update(Collection<Known> profiles) {
        if (profiles.isEmpty()) {
            return;
        }
        var rows = new CopyIn();
        for (var known : profiles) {
            var p = known.profile();
            var left = p.left();
            rows.row(
                    known.id(),
                    p.toJson(),
                    p.get("name"),
                    p.get("handle"),
                    p.get("email"),
                    p.get("url"),
                    p.role(),
                    p.joined(),
                    left == null ? null : left.at(),
                    left == null ? null : left.sure(),
                    p.shown());
        }
        db.sql(
                        """
                        create temporary table told (id bigint, profile jsonb, name text, handle text, email text,
                            url text, role text, joined timestamptz, left_at timestamptz, left_sure boolean,
                            dated timestamptz) on commit drop
                        """)
                .update();
        rows.into(source, "told");
        db.sql(
                        """
                        update members.identity i set profile = t.profile, name = t.name, handle = t.handle,
                            email = t.email, url = t.url, role = t.role, joined_at = t.joined,
                            first_seen = least(i.first_seen, t.joined, t.dated),
                            left_at = case when t.left_sure then t.left_at when t.left_at is not null then greatest(t.left_at, i.last_seen) end,
                            back_at = case when t.left_at is not null then i.back_at end
                        from told t where i.community_id = folkmoot.community() and i.id = t.id
                        """)
                .update();
        db.sql("drop table told").update();
    }

    /// The names to show for identities, one query however many.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Map<Long, Face> faces(Collection<Long> identities) {
        var faces = new TreeMap<Long, Face>();
        if (identities.isEmpty()) {
            return faces;
        }
        db.sql(
                        """
                        select i.id, i.member_id, m.name, i.platform, coalesce(m.role_by_hand, m.role)
                        from members.identity i
                        join members.member m on m.community_id = i.community_id and m.id = i.member_id
                        where i.community_id = folkmoot.community() and i.id = any(:ids)
                        """)
                .param("ids", new HashSet<>(identities).toArray(Long[]::new))
                .query(
                        (row, _) ->
                                faces.put(
                                        row.getLong(1),
                                        new Face(
                                                row.getLong(2),
                                                row.getString(3),
                                                row.getString(4),
                                                row.getString(5))))
                .list();
        return faces;
    }

    /// A person as a list shows them.
    public record Face(long member, String name, String platform, String role) {}

    /// All identities of a member.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<Long> of(long member) {
        return db.sql(
                        """
                        select id from members.identity
                        where community_id = folkmoot.community() and member_id = :member order by id
                        """)
                .param("member", member)
                .query((row, _) -> row.getLong("id"))
                .list();
    }

    /// How many members there are, whoever they are.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public long members() {
        Here.community();
        return db.sql(
                        "select count(*) from members.member where community_id = folkmoot.community()")
                .query(Long.class)
                .single();
    }
}
