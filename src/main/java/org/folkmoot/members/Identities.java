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
import org.folkmoot.members.Told.Key;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
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
    private final IdentityRows rows;
    private final MemberFacts facts;
    private final Brought brought;
    private final Worked worked;
    private final Forgotten forgotten;

    Identities(
            JdbcClient db,
            IdentityRows rows,
            MemberFacts facts,
            Brought brought,
            Worked worked,
            Forgotten forgotten) {
        this.db = db;
        this.rows = rows;
        this.facts = facts;
        this.brought = brought;
        this.worked = worked;
        this.forgotten = forgotten;
    }

    /// @param ids every account asked for, by key
    /// @param fresh the accounts met for the first time
    /// @param changed known accounts of which something new was told
    /// @param forgotten those who asked to be forgotten: nothing that was told of them is kept
    public record Met(Map<Key, Long> ids, Set<Key> fresh, Set<Key> changed, Set<Key> forgotten) {

        /// Of whom something may be kept.
        public Map<Key, Long> keepable() {
            var left = new HashMap<>(ids);
            left.keySet().removeAll(forgotten);
            return left;
        }
    }

    /// Meets a page of people: one statement a step, however many they are.
    ///
    /// @param told what is told of them; the same account may come more than once
    /// @param others accounts that did something without being told of
    public Met meet(Collection<Told> told, Collection<Key> others) {
        var profiles = new LinkedHashMap<Key, Profile>();
        told.forEach(t -> profiles.merge(t.key(), Profile.of(t), Profile::merge));
        others.forEach(key -> profiles.putIfAbsent(key, Profile.EMPTY));
        var covered = forgotten.among(profiles);
        covered.forEach(
                (key, cover) -> {
                    var said = Objects.requireNonNull(profiles.remove(key));
                    profiles.merge(
                            cover,
                            key.equals(cover) ? said.nameless() : Profile.EMPTY,
                            Profile::merge);
                });
        var gone = new HashSet<>(covered.keySet());
        gone.removeAll(covered.values());
        var known = rows.known(profiles);
        var ids = new HashMap<Key, Long>();
        var fresh = new LinkedHashMap<Key, Profile>();
        var changed = new LinkedHashMap<Key, IdentityRows.Known>();
        var elsewhere = elsewhere(told);
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
                        changed.put(key, new IdentityRows.Known(there.id(), merged));
                    }
                });
        rows.add(fresh, elsewhere, ids);
        rows.update(changed, elsewhere);
        var touched = new ArrayList<Long>();
        fresh.keySet().forEach(key -> touched.add(Objects.requireNonNull(ids.get(key))));
        changed.values().forEach(k -> touched.add(k.id()));
        var kept = told.stream().filter(t -> !gone.contains(t.key())).toList();
        brought.tagsAndNotes(kept, ids);
        worked.note(kept, ids);
        touched.addAll(brought.rolesByHand(kept, ids));
        if (!covered.isEmpty()) {
            covered.forEach((key, cover) -> ids.put(key, Objects.requireNonNull(ids.get(cover))));
            forgotten.name(covered.values().stream().map(ids::get).toList());
        }
        facts.derive(touched);
        rows.lookAgain(fresh.size());
        return new Met(ids, fresh.keySet(), changed.keySet(), gone);
    }

    private static Map<Key, String> elsewhere(Collection<Told> told) {
        var from = new HashMap<Key, String>();
        for (var t : told) {
            if (t.elsewhere() != null) {
                from.put(t.key(), t.elsewhere());
            }
        }
        return from;
    }

    /// How many of these accounts are here.
    public long known(Collection<Key> keys) {
        var asked = new HashMap<Key, Profile>();
        keys.forEach(key -> asked.put(key, Profile.EMPTY));
        long here = rows.known(asked).size();
        return here + forgotten.cover().map(c -> forgotten.among(c, keys).size()).orElse(0);
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

    /// The names to show for identities, one query however many.
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Map<Long, Face> faces(Collection<Long> identities) {
        var faces = new TreeMap<Long, Face>();
        if (identities.isEmpty()) {
            return faces;
        }
        db.sql(
                        """
                        select i.id, i.member_id, m.name, i.platform, coalesce(m.role_by_hand, m.role), m.face
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
                                                row.getString(5),
                                                row.getString(6))))
                .list();
        return faces;
    }

    /// A person as a list shows them.
    ///
    /// @param digest of the picture that is kept here; null for none
    public record Face(
            long member, String name, String platform, String role, @Nullable String digest) {

        /// Where their picture is served, in the community of that address; null for none.
        public @Nullable String picture(String home) {
            return digest == null ? null : home + "/faces/" + digest;
        }
    }

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
