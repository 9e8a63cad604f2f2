package org.folkmoot.metrics;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import org.folkmoot.listening.Posts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The posts behind the tone, without who wrote them; none when only a few people did.
@Repository
@Transactional(readOnly = true)
class ToneLists {

    private final JdbcClient db;

    ToneLists(JdbcClient db) {
        this.db = db;
    }

    /// @param mood null in a language whose tones are not known
    /// @param polarity in thousandths, as certainty
    /// @param corrected whether a person said so
    record Toned(
            long id,
            @Nullable String words,
            @Nullable String place,
            Instant at,
            @Nullable String mood,
            int polarity,
            int certainty,
            String language,
            boolean asks,
            boolean corrected) {}

    /// @return one more than the page holds, if there are
    List<Toned> list(Ask ask, Behind which, Listing.Page page) {
        return rows(ask, which, page).list();
    }

    /// Hands over every row as the database sends it.
    void each(Ask ask, Behind which, Consumer<Toned> row) {
        try (var rows = rows(ask, which, Listing.Page.ALL).stream()) {
            rows.forEach(row);
        }
    }

    private MappedQuerySpec<Toned> rows(Ask ask, Behind which, Listing.Page page) {
        return db.sql(
                        """
                        with toned as materialized (
                            select a.id, a.place_id, a.at, i.member_id, j.mood, j.polarity, j.certainty, j.language, j.asks,
                                   j.corrected_by is not null as corrected
                            from activity.report_activity a
                            join members.report_identity i on i.community_id = :here and i.identity_id = a.identity_id
                            join listening.report_judged j on j.community_id = :here and j.activity_id = a.id
                            where a.community_id = :here and a.counted and a.kind in %1$s and a.at >= :from and a.at < :to%2$s%3$s)
                        select t.id, coalesce(nullif(a.title, ''), left(a.text, 140)), p.name, t.at, t.mood, t.polarity, t.certainty,
                               t.language, t.asks, t.corrected
                        from (
                            select * from toned where %4$s
                                and (select count(distinct member_id) from toned where mood is not null) >= %6$d
                            order by %5$s limit :most offset :skip) t
                        join activity.report_activity a on a.community_id = :here and a.id = t.id
                        left join activity.report_place p on p.community_id = :here and p.place_id = t.place_id
                        order by %7$s
                        """
                                .formatted(
                                        Posts.LIST,
                                        ask.filters().identities(),
                                        ask.filters().place() == null
                                                ? ""
                                                : " and a.place_id = :place",
                                        which(which),
                                        order(which, ""),
                                        Tone.PEOPLE,
                                        order(which, "t.")))
                .params(ask.params())
                .withFetchSize(500)
                .param("most", page.fetch())
                .param("skip", page.skip())
                .query(
                        (row, _) ->
                                new Toned(
                                        row.getLong(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getObject(4, OffsetDateTime.class).toInstant(),
                                        row.getString(5),
                                        row.getInt(6),
                                        row.getInt(7),
                                        row.getString(8),
                                        row.getBoolean(9),
                                        row.getBoolean(10)));
    }

    private static String which(Behind which) {
        return switch (which) {
            case BAD -> "mood = 'negative'";
            case GOOD -> "mood = 'positive'";
            case UNSURE -> "mood is not null and not corrected";
            case FOREIGN -> "mood is null";
            default -> "mood is not null";
        };
    }

    private static String order(Behind which, String row) {
        var first =
                switch (which) {
                    case BAD -> row + "polarity, ";
                    case GOOD -> row + "polarity desc, ";
                    case UNSURE -> row + "certainty, ";
                    default -> "";
                };
        return first + row + "at desc, " + row + "id desc";
    }
}
