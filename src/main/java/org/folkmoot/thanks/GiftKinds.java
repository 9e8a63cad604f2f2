package org.folkmoot.thanks;

import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The catalogue of what can be given.
@Repository
@Transactional
class GiftKinds {

    private final JdbcClient db;
    private final Trail trail;

    GiftKinds(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// By name; without what was taken out.
    @Transactional(readOnly = true)
    List<GiftKind> all() {
        return db.sql(
                        """
                        select k.id, k.name, k.about, k.stock, k.cost, (
                            select count(*) from thanks.gift g
                            where g.community_id = k.community_id and g.gift_kind_id = k.id and (
                                select s.state from thanks.gift_step s where s.community_id = g.community_id and s.gift_id = g.id
                                order by s.n desc limit 1) not in ('cancelled', 'declined'))
                        from thanks.gift_kind k
                        where k.community_id = folkmoot.community() and k.retired_at is null order by lower(k.name), k.id
                        """)
                .query(
                        (row, _) -> {
                            var stock = row.getInt(4);
                            var enough = row.wasNull();
                            return new GiftKind(
                                    row.getLong(1),
                                    row.getString(2),
                                    row.getString(3),
                                    enough ? null : stock,
                                    row.getString(5),
                                    row.getInt(6));
                        })
                .list();
    }

    /// @throws Refusal.Unusable when there is one of that name
    void add(GiftKind kind) {
        try {
            var id =
                    db.sql(
                                    """
                                    insert into thanks.gift_kind (community_id, name, about, stock, cost, by)
                                    values (folkmoot.community(), :name, :about, :stock, :cost, :by) returning id
                                    """)
                            .param("name", kind.name())
                            .param("about", kind.about())
                            .param("stock", kind.stock())
                            .param("cost", kind.cost())
                            .param("by", Trail.who())
                            .query(Long.class)
                            .single();
            trail.record(
                    "gift added to the catalogue",
                    "gift kind",
                    Long.toString(id),
                    Map.of("name", kind.name()));
        } catch (DuplicateKeyException e) {
            throw new Refusal.Unusable(
                    "There is already something called %s in the catalogue."
                            .formatted(kind.name()));
        }
    }

    /// What was given stays as it is.
    void retire(long id) {
        move(id, "now()", "gift taken out of the catalogue");
    }

    void bringBack(long id) {
        try {
            move(id, "null", "gift put back into the catalogue");
        } catch (DuplicateKeyException e) {
            throw new Refusal.Unusable(
                    "Meanwhile there is something else of that name in the catalogue.");
        }
    }

    private void move(long id, String retired, String action) {
        var found =
                db.sql(
                                "update thanks.gift_kind set retired_at = %s where community_id = folkmoot.community() and id = :id"
                                        .formatted(retired))
                        .param("id", id)
                        .update();
        if (found == 0) {
            throw new Refusal.NotFound("This gift");
        }
        trail.record(action, "gift kind", Long.toString(id), Map.of());
    }
}
