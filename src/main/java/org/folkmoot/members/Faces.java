package org.folkmoot.members;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.folkmoot.access.Visitor;
import org.folkmoot.store.CopyIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Which picture each account has here. Who keeps the pictures is another module; lists find
/// the picture with the person and ask nobody.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Faces {

    private final JdbcClient db;
    private final DataSource source;
    private final MemberFacts facts;

    Faces(JdbcClient db, DataSource source, MemberFacts facts) {
        this.db = db;
        this.source = source;
        this.facts = facts;
    }

    /// Accounts have these pictures from now on; the members they belong to follow.
    ///
    /// @param pictures digests by identity; null takes the picture away
    public void wear(Map<Long, @Nullable String> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        var rows = new CopyIn();
        pictures.forEach(rows::row);
        db.sql("create temporary table worn (identity_id bigint, face text) on commit drop")
                .update();
        rows.into(source, "worn");
        db.sql(
                        """
                        update members.identity i set face = w.face from worn w
                        where i.community_id = folkmoot.community() and i.id = w.identity_id
                        """)
                .update();
        db.sql("drop table worn").update();
        facts.derive(pictures.keySet());
    }

    /// The pictures of these people, by person, in one statement; missing where there is none.
    @Transactional(readOnly = true)
    public Map<Long, String> of(Collection<Long> members) {
        var all = new HashMap<Long, String>();
        db.sql(
                        """
                        select id, face from members.member
                        where community_id = folkmoot.community() and id = any(:members) and face is not null
                        """)
                .param("members", members.toArray(Long[]::new))
                .query(
                        row -> {
                            all.put(row.getLong(1), row.getString(2));
                        });
        return all;
    }

    /// Where a picture is served, for `web/face.jte`; null for none.
    public static @Nullable String address(Visitor visitor, @Nullable String face) {
        return face == null ? null : "/c/%s/faces/%s".formatted(visitor.community().slug(), face);
    }
}
