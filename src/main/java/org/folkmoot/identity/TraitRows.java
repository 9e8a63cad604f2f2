package org.folkmoot.identity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Traits as they are kept: written anew for identities of which there is news, read as blocks of
/// those who share one.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class TraitRows {

    /// So many who share a trait are compared with each other; what more share leads nowhere, and
    /// whoever is among them is found by something rarer. At 100,000 identities a block of 50 costs
    /// no more than the 50 comparisons of a single newcomer.
    static final int MOST = 50;

    /// Beyond this, how common a trait is makes no difference.
    private static final int COUNTED = 5000;

    /// So many new ones at once change what the planner should know.
    private static final int MANY = 500;

    private static final String[] LEADING =
            Arrays.stream(Trait.Type.values())
                    .filter(Trait.Type::leads)
                    .map(Trait.Type::key)
                    .toArray(String[]::new);

    private final JdbcClient db;

    TraitRows(JdbcClient db) {
        this.db = db;
    }

    /// One at a time compares the people of a community, whatever process it is in.
    void takeTurn() {
        db.sql(
                        "select 1 from pg_advisory_xact_lock(hashtext('identity.matching'), folkmoot.community())")
                .query((_, _) -> 1)
                .list();
    }

    /// Replaces the traits of identities, and notes that they are due to be compared.
    void write(Collection<Long> identities, Map<Long, Set<Trait>> traits) {
        var ids = identities.toArray(Long[]::new);
        long before =
                db.sql(
                                """
                                with gone as (delete from identity.trait
                                    where community_id = folkmoot.community() and identity_id = any(:ids) returning identity_id)
                                select count(distinct identity_id) from gone
                                """)
                        .param("ids", ids)
                        .query(Long.class)
                        .single();
        var types = new ArrayList<String>();
        var values = new ArrayList<String>();
        var whose = new ArrayList<Long>();
        traits.forEach(
                (id, all) ->
                        all.forEach(
                                t -> {
                                    types.add(t.type().key());
                                    values.add(t.value());
                                    whose.add(id);
                                }));
        db.sql(
                        """
                        insert into identity.trait (community_id, type, value, identity_id)
                        select folkmoot.community(), type, value, id
                        from unnest(:types::text[], :values::text[], :ids::bigint[]) t(type, value, id)
                        order by type, value collate "C"
                        """)
                .param("types", CopyIn.array(types))
                .param("values", CopyIn.array(values))
                .param("ids", whose.toArray(Long[]::new))
                .update();
        long now = traits.values().stream().filter(all -> !all.isEmpty()).count();
        db.sql(
                        """
                        insert into identity.tally as t (community_id, identities) values (folkmoot.community(), :more)
                        on conflict (community_id) do update set identities = t.identities + excluded.identities
                        """)
                .param("more", now - before)
                .update();
        db.sql(
                        """
                        insert into identity.due (community_id, identity_id)
                        select folkmoot.community(), id from unnest(:ids::bigint[]) id on conflict do nothing
                        """)
                .param("ids", ids)
                .update();
        if (identities.size() >= MANY) {
            db.sql("select identity.look_again()").query((_, _) -> 1).list();
        }
    }

    /// The next identities to be compared, lowest ids first; they are due again should the
    /// transaction fail.
    List<Long> due(int most) {
        return db.sql(
                        """
                        delete from identity.due where community_id = folkmoot.community() and identity_id in (
                            select identity_id from identity.due where community_id = folkmoot.community()
                            order by identity_id limit :most)
                        returning identity_id
                        """)
                .param("most", most)
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// Pairs of one of these and anybody who shares a trait that is not too common. Who is due
    /// later is left for then, so no pair is looked at twice.
    Set<Pair> candidates(Collection<Long> identities) {
        var mine = new HashSet<>(identities); // whose hash keeps apart what follows in order
        var blocks =
                db.sql(
                                """
                                select b.ids from (
                                    select distinct t.type, t.value from identity.trait t
                                    where t.community_id = folkmoot.community() and t.identity_id = any(:ids) and t.type = any(:types)) k
                                cross join lateral (select array_agg(x.identity_id) ids from (
                                    select t.identity_id from identity.trait t
                                    where t.community_id = folkmoot.community() and t.type = k.type and t.value = k.value
                                    limit :most) x) b
                                where cardinality(b.ids) between 2 and :most - 1
                                """)
                        .param("ids", identities.toArray(Long[]::new))
                        .param("types", LEADING)
                        .param("most", MOST + 1)
                        .query((row, _) -> (Long[]) row.getArray(1).getArray())
                        .list();
        var others = new HashSet<Long>();
        blocks.forEach(ids -> others.addAll(Arrays.asList(ids)));
        others.removeAll(mine);
        var later = new HashSet<>(stillDue(others));
        var pairs = new HashSet<Pair>();
        blocks.forEach(ids -> pair(ids, mine, later, pairs));
        return pairs;
    }

    /// Each of these that is mine with each other, but for those that are looked at later.
    private static void pair(Long[] ids, Set<Long> mine, Set<Long> later, Set<Pair> pairs) {
        var first = new ArrayList<Long>();
        var rest = new ArrayList<Long>();
        for (var id : ids) {
            if (mine.contains(id)) {
                first.add(id);
            } else if (!later.contains(id)) {
                rest.add(id);
            }
        }
        for (int i = 0; i < first.size(); i++) {
            for (int j = i + 1; j < first.size(); j++) {
                pairs.add(new Pair(first.get(i), first.get(j)).sorted());
            }
            for (var other : rest) {
                pairs.add(new Pair(first.get(i), other).sorted());
            }
        }
    }

    private List<Long> stillDue(Set<Long> others) {
        return db.sql(
                        "select identity_id from identity.due where community_id = folkmoot.community() and identity_id = any(:ids)")
                .param("ids", others.toArray(Long[]::new))
                .query((row, _) -> row.getLong(1))
                .list();
    }

    /// How many identities have traits at all.
    long tally() {
        return db.sql(
                        "select identities from identity.tally where community_id = folkmoot.community()")
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    /// How many have each of these, up to 5,000, put into the counts.
    void count(Collection<Trait> traits, Map<Trait, Integer> counts) {
        var asked = List.copyOf(traits);
        var types = new ArrayList<String>();
        var values = new ArrayList<String>();
        asked.forEach(
                t -> {
                    types.add(t.type().key());
                    values.add(t.value());
                });
        db.sql(
                        """
                        select k.n, (select count(*) from (select from identity.trait t
                            where t.community_id = folkmoot.community() and t.type = k.type and t.value = k.value limit :most) c)
                        from unnest(:types::text[], :values::text[]) with ordinality k(type, value, n)
                        """)
                .param("types", CopyIn.array(types))
                .param("values", CopyIn.array(values))
                .param("most", COUNTED)
                .query((row, _) -> counts.put(asked.get(row.getInt(1) - 1), row.getInt(2)))
                .list();
    }
}
