package org.folkmoot.members;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.folkmoot.web.Foreign;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Notes for other modules that know them by number; show them only to whoever may see contact
/// data.
@Repository
@Transactional(readOnly = true)
public class Written {

    private final JdbcClient db;

    Written(JdbcClient db) {
        this.db = db;
    }

    /// @param member whom it is about by now
    /// @param words how it begins, without markup
    public record Note(long id, long member, String name, String words, String by, Instant at) {}

    /// Those of these that were not deleted, in no order; one statement.
    public List<Note> some(Collection<Long> ids) {
        return db.sql(
                        """
                        select n.id, n.member_id, m.name, left(n.text, 400), n.by, coalesce(n.edited_at, n.at)
                        from members.note n
                        join members.member m on m.community_id = n.community_id and m.id = n.member_id
                        where n.community_id = folkmoot.community() and n.id = any(:ids) and n.removed_at is null
                        """)
                .param("ids", ids.toArray(Long[]::new))
                .query(
                        (row, _) ->
                                new Note(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getString(3),
                                        Foreign.words(
                                                Foreign.Markup.MARKDOWN,
                                                row.getString(4),
                                                _ -> null),
                                        row.getString(5),
                                        Objects.requireNonNull(People.instant(row, 6))))
                .list();
    }
}
