package org.folkmoot.activity;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.folkmoot.web.Foreign;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Single activities in a line, for pages of other modules that name some.
@Repository
@Transactional(readOnly = true)
public class Glimpses {

    private static final int READ = 600;

    private final JdbcClient db;

    Glimpses(JdbcClient db) {
        this.db = db;
    }

    /// An activity in short.
    ///
    /// @param thread the thread it belongs to
    /// @param words title or text without markup, not escaped; never empty
    /// @param url where it stands on its platform; null when that is not known
    public record Glimpse(
            long id,
            long thread,
            String platform,
            @Nullable String place,
            String words,
            @Nullable String url) {}

    /// By their ids; what is deleted or gone is left out.
    public Map<Long, Glimpse> of(Collection<Long> ids) {
        var found = new HashMap<Long, Glimpse>();
        if (ids.isEmpty()) {
            return found;
        }
        db.sql(
                        """
                        select a.id, a.thread_id, s.platform, p.name, a.title, left(a.text, :read), s.markup, a.url
                        from activity.activity a join activity.source s on s.community_id = a.community_id and s.id = a.source_id
                        left join activity.place p on p.community_id = a.community_id and p.id = a.place_id
                        where a.community_id = folkmoot.community() and a.id = any(:ids) and a.deleted_at is null
                        """)
                .param("read", READ)
                .param("ids", ids.stream().distinct().toArray(Long[]::new))
                .query(
                        (row, _) ->
                                found.put(
                                        row.getLong(1),
                                        new Glimpse(
                                                row.getLong(1),
                                                row.getLong(2),
                                                row.getString(3),
                                                row.getString(4),
                                                Talk.words(
                                                        row.getString(5),
                                                        row.getString(6),
                                                        row.getString(7)),
                                                Foreign.address(row.getString(8)))))
                .list();
        return found;
    }
}
