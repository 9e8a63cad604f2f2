package org.folkmoot.members;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.folkmoot.members.Told.Key;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where accounts said that their owner works, and when: a profile keeps only the latest, this all
/// of them. It grows by union, so that it makes no difference in which order they came.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Worked {

    private static final int LONGEST = 300;

    private final JdbcClient db;
    private final DataSource source;

    Worked(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    void note(Collection<Told> told, Map<Key, Long> ids) {
        var rows = new CopyIn();
        for (var t : told) {
            var name = t.fields().getOrDefault("organisation", "").replace("\0", "").strip();
            if (!name.isEmpty()) {
                var most = Math.min(LONGEST, name.codePointCount(0, name.length()));
                rows.row(
                        Objects.requireNonNull(ids.get(t.key())),
                        name.substring(0, name.offsetByCodePoints(0, most)),
                        t.asOf());
            }
        }
        if (rows.count() == 0) {
            return;
        }
        db.sql(
                        "create temporary table working (id bigint, name text, at timestamptz) on commit drop")
                .update();
        rows.into(source, "working");
        db.sql(
                        """
                        insert into members.worked as w (community_id, identity_id, organisation, first_at, last_at)
                        select folkmoot.community(), id, name, min(at), max(at) from working group by id, name
                        on conflict (community_id, identity_id, organisation) do update set
                            first_at = least(w.first_at, excluded.first_at), last_at = greatest(w.last_at, excluded.last_at)
                            where least(w.first_at, excluded.first_at) is distinct from w.first_at
                                or greatest(w.last_at, excluded.last_at) is distinct from w.last_at
                        """)
                .update();
        db.sql("drop table working").update();
    }
}
