package org.folkmoot.activity;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
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
    private final Mentioned mentioned;

    Glimpses(JdbcClient db, Mentioned mentioned) {
        this.db = db;
        this.mentioned = mentioned;
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
            @Nullable String url) {

        /// Its words in a line of at most that many characters, cut between words.
        public String line(int most) {
            return Foreign.cut(words.replaceAll("\\s+", " ").strip(), most);
        }
    }

    private record Found(
            long id,
            long thread,
            String platform,
            @Nullable String place,
            Opening opening,
            @Nullable String url) {

        Glimpse in(Mentioned.Names names) {
            return new Glimpse(id, thread, platform, place, opening.words(names), url);
        }
    }

    /// By their ids; what is deleted or gone is left out.
    public Map<Long, Glimpse> of(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var found =
                db.sql(
                                """
                                select a.id, a.thread_id, s.platform, p.name, s.key, s.markup, a.title, left(a.text, :read), a.url
                                from activity.activity a join activity.source s on s.community_id = a.community_id and s.id = a.source_id
                                left join activity.place p on p.community_id = a.community_id and p.id = a.place_id
                                where a.community_id = folkmoot.community() and a.id = any(:ids) and a.deleted_at is null
                                """)
                        .param("read", READ)
                        .param("ids", ids.stream().distinct().toArray(Long[]::new))
                        .query(
                                (row, _) ->
                                        new Found(
                                                row.getLong(1),
                                                row.getLong(2),
                                                row.getString(3),
                                                row.getString(4),
                                                new Opening(
                                                        row.getString(5),
                                                        Foreign.Markup.of(row.getString(6)),
                                                        row.getString(7),
                                                        row.getString(8)),
                                                Foreign.address(row.getString(9))))
                        .list();
        var names = mentioned.of(found.stream().map(Found::opening).toList());
        return found.stream().collect(Collectors.toMap(Found::id, one -> one.in(names)));
    }
}
