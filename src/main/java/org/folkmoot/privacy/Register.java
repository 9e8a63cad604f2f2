package org.folkmoot.privacy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The record of processing (GDPR, article 30): for each source why it is kept; and whom members
/// write to.
@Repository
@Transactional
class Register {

    private final JdbcClient db;
    private final Trail trail;

    Register(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// @param controller who is responsible: name and postal address
    /// @param address where members may write
    record Contact(String controller, String address) {

        static Contact of(String controller, String address) {
            var who = controller.replace("\0", "").strip();
            if (who.isEmpty() || who.length() > 500) {
                throw new Refusal.Unusable(
                        "Say who is responsible, in at most 500 characters: a name and a postal address.");
            }
            return new Contact(who, Request.address(address));
        }
    }

    @Transactional(readOnly = true)
    List<Purpose> all() {
        return db.sql(
                        """
                        select s.source, s.label, s.platform, b.basis, coalesce(b.purpose, ''), coalesce(b.origin, ''), coalesce(b.keeps, '')
                        from (select source, label, platform from activity.report_source where community_id = folkmoot.community()
                            union all select :team, 'What the team writes: notes, tags, tasks', 'folkmoot') s
                        left join privacy.basis b on b.community_id = folkmoot.community() and b.source = s.source
                        order by b.basis is not null, s.source = :team, lower(s.label), s.source
                        """)
                .param("team", Purpose.TEAM)
                .query(
                        (row, _) ->
                                new Purpose(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        Purpose.Basis.of(row.getString(4)).orElse(null),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7)))
                .list();
    }

    @Transactional(readOnly = true)
    Purpose of(String source) {
        return all().stream()
                .filter(p -> p.source().equals(source))
                .findFirst()
                .orElseThrow(() -> new Refusal.NotFound("This source"));
    }

    void say(Purpose purpose) {
        var basis = purpose.basis();
        db.sql(
                        """
                        insert into privacy.basis as b (community_id, source, basis, purpose, origin, keeps, by)
                        values (folkmoot.community(), :source, :basis, :purpose, :origin, :keeps, :by)
                        on conflict (community_id, source) do update set basis = excluded.basis, purpose = excluded.purpose,
                            origin = excluded.origin, keeps = excluded.keeps, by = excluded.by, at = now()
                        """)
                .param("source", purpose.source())
                .param("basis", basis == null ? null : basis.key())
                .param("purpose", purpose.purpose())
                .param("origin", purpose.origin())
                .param("keeps", purpose.keeps())
                .param("by", Trail.who())
                .update();
        trail.record(
                "purpose said",
                "source",
                purpose.source(),
                Map.of("basis", basis == null ? "" : basis.key()));
    }

    /// Takes back what was said of a source.
    void unsay(String source) {
        db.sql(
                        "delete from privacy.basis where community_id = folkmoot.community() and source = :source")
                .param("source", source)
                .update();
        trail.record("purpose taken back", "source", source, Map.of());
    }

    @Transactional(readOnly = true)
    Optional<Contact> contact() {
        return db.sql(
                        "select controller, address from privacy.contact where community_id = folkmoot.community()")
                .query((row, _) -> new Contact(row.getString(1), row.getString(2)))
                .optional();
    }

    /// @param contact null: nobody
    void contact(@Nullable Contact contact) {
        db.sql("delete from privacy.contact where community_id = folkmoot.community()").update();
        if (contact != null) {
            db.sql(
                            "insert into privacy.contact (community_id, controller, address) values (folkmoot.community(), :controller, :address)")
                    .param("controller", contact.controller())
                    .param("address", contact.address())
                    .update();
        }
        trail.record("privacy contact changed", "community", null, Map.of());
    }
}
