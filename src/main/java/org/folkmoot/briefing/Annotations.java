package org.folkmoot.briefing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The marked days of the community we are in. One that was removed can be brought back.
@Repository
@Transactional
class Annotations {

    private static final String COLUMNS = "id, first, last, words, kind, link, quiet, by, at";

    private final JdbcClient db;
    private final Trail trail;

    Annotations(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// The newest first.
    ///
    /// @param before an id to go on below; 0 to begin
    @Transactional(readOnly = true)
    List<Annotation> newest(long before, int most) {
        return db.sql(
                        """
                        select %s from briefing.annotation a where community_id = folkmoot.community() and removed_at is null
                            and (:before = 0 or (last, id) < (
                                select b.last, b.id from briefing.annotation b
                                where b.community_id = folkmoot.community() and b.id = :before))
                        order by last desc, id desc limit :most
                        """
                                .formatted(COLUMNS))
                .param("before", before)
                .param("most", most)
                .query(Annotations::read)
                .list();
    }

    /// Those that share a day with the span given, by their first day.
    @Transactional(readOnly = true)
    List<Annotation> between(LocalDate first, LocalDate last) {
        return db.sql(
                        """
                        select %s from briefing.annotation where community_id = folkmoot.community() and removed_at is null
                            and last >= :first and first <= :last order by first, id limit 200
                        """
                                .formatted(COLUMNS))
                .param("first", first)
                .param("last", last)
                .query(Annotations::read)
                .list();
    }

    /// Another one whenever one of them was added, changed or removed.
    @Transactional(readOnly = true)
    String state() {
        return db.sql(
                        """
                        select count(*) || ' ' || coalesce(sum(hashtextextended(a::text, 0)), 0) from briefing.annotation a
                        where community_id = folkmoot.community() and removed_at is null
                        """)
                .query(String.class)
                .single();
    }

    @Transactional(readOnly = true)
    Optional<Annotation> find(long id) {
        return db.sql(
                        "select %s from briefing.annotation where community_id = folkmoot.community() and id = :id and removed_at is null"
                                .formatted(COLUMNS))
                .param("id", id)
                .query(Annotations::read)
                .optional();
    }

    @Transactional(readOnly = true)
    Annotation get(long id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("This marked day"));
    }

    Annotation add(AnnotationForm.Wish wish) {
        var id =
                bound(
                                """
                                insert into briefing.annotation (community_id, first, last, words, kind, link, quiet, by)
                                values (folkmoot.community(), :first, :last, :words, :kind, :link, :quiet, :by) returning id
                                """,
                                wish)
                        .param("by", Trail.who())
                        .query(Long.class)
                        .single();
        record("day marked", id, wish.words());
        return get(id);
    }

    void change(long id, AnnotationForm.Wish wish) {
        get(id);
        bound(
                        """
                        update briefing.annotation set first = :first, last = :last, words = :words, kind = :kind,
                            link = :link, quiet = :quiet
                        where community_id = folkmoot.community() and id = :id and removed_at is null
                        """,
                        wish)
                .param("id", id)
                .update();
        record("marked day changed", id, wish.words());
    }

    Annotation remove(long id) {
        var gone = get(id);
        db.sql(
                        "update briefing.annotation set removed_at = now() where community_id = folkmoot.community() and id = :id")
                .param("id", id)
                .update();
        record("marked day removed", id, gone.words());
        return gone;
    }

    void restore(long id) {
        db.sql(
                        "update briefing.annotation set removed_at = null where community_id = folkmoot.community() and id = :id")
                .param("id", id)
                .update();
        record("marked day restored", id, get(id).words());
    }

    private void record(String action, long id, String words) {
        trail.record(action, "annotation", Long.toString(id), Map.of("words", words));
    }

    private JdbcClient.StatementSpec bound(String sql, AnnotationForm.Wish wish) {
        return db.sql(sql)
                .param("first", wish.first())
                .param("last", wish.last())
                .param("words", wish.words())
                .param("kind", wish.kind().key())
                .param("link", wish.link())
                .param("quiet", wish.quiet());
    }

    private static Annotation read(ResultSet row, int number) throws SQLException {
        return new Annotation(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                row.getString(4),
                Annotation.Kind.of(row.getString(5)).orElseThrow(),
                row.getString(6),
                row.getBoolean(7),
                row.getString(8),
                row.getObject(9, OffsetDateTime.class).toInstant());
    }
}
