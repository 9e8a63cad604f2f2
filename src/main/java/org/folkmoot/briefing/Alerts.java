package org.folkmoot.briefing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.metrics.Beat.Of;
import org.folkmoot.metrics.Beat.Where;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What stood out in the community we are in.
@Repository
@Transactional
class Alerts {

    private static final TypeReference<List<Finding.Cause>> CAUSES = new TypeReference<>() {};

    private static final String SELECT =
            """
            select id, day, span, measure, scope, key, name, value, expected, low, high, z, chance, causes, recent, at,
                answer, answered_by, answered_at, annotation_id
            from briefing.alert where community_id = folkmoot.community()
            """;

    private final JdbcClient db;
    private final Trail trail;

    Alerts(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// Those nobody has answered, of that day and later, the least likely first.
    @Transactional(readOnly = true)
    List<Alert> open(LocalDate since, int most) {
        return db.sql(
                        SELECT
                                + " and answer is null and day >= :since order by day desc, chance, id limit :most")
                .param("since", since)
                .param("most", most)
                .query(Alerts::read)
                .list();
    }

    /// All, the newest first.
    ///
    /// @param before an id to go on below; 0 to begin
    @Transactional(readOnly = true)
    List<Alert> newest(long before, int most) {
        return db.sql(SELECT + " and (:before = 0 or id < :before) order by id desc limit :most")
                .param("before", before)
                .param("most", most)
                .query(Alerts::read)
                .list();
    }

    @Transactional(readOnly = true)
    Alert get(long id) {
        return find(id).orElseThrow(() -> new Refusal.NotFound("This alert"));
    }

    @Transactional(readOnly = true)
    Optional<Alert> find(long id) {
        return db.sql(SELECT + " and id = :id").param("id", id).query(Alerts::read).optional();
    }

    /// What was raised on the days from the one to the day before the other.
    @Transactional(readOnly = true)
    List<Screening.Raised> raised(LocalDate from, LocalDate until) {
        return db
                .sql(SELECT + " and day >= :from and day < :until")
                .param("from", from)
                .param("until", until)
                .query(Alerts::read)
                .stream()
                .map(a -> new Screening.Raised(a.day(), a.finding().story(), a.finding().span()))
                .toList();
    }

    /// What is there already stays as it was said.
    void raise(LocalDate day, Finding finding, List<Double> recent) {
        db.sql(
                        """
                        insert into briefing.alert (community_id, day, span, measure, scope, key, name, value, expected, low,
                            high, z, chance, causes, recent)
                        values (folkmoot.community(), :day, :span, :measure, :scope, :key, :name, :value, :expected, :low,
                            :high, :z, :chance, :causes::jsonb, cast(:recent as float8[]))
                        on conflict do nothing
                        """)
                .param("day", day)
                .param("span", finding.span())
                .param("measure", finding.of().key())
                .param("scope", finding.where().key())
                .param("key", finding.key())
                .param("name", finding.name())
                .param("value", finding.off().value())
                .param("expected", finding.off().expected())
                .param("low", finding.off().low())
                .param("high", finding.off().high())
                .param("z", finding.off().z())
                .param("chance", finding.off().chance())
                .param("causes", JsonMapper.shared().writeValueAsString(finding.causes()))
                .param("recent", recent.toArray(Double[]::new))
                .update();
    }

    /// @param annotation what marks its days from now on; null for none
    void answer(long id, String how, @Nullable Long annotation) {
        get(id);
        db.sql(
                        """
                        update briefing.alert set answer = :how, answered_by = :by, answered_at = now(), annotation_id = :annotation
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("how", how)
                .param("by", Trail.who())
                .param("annotation", annotation)
                .param("id", id)
                .update();
        trail.record("alert answered", "alert", Long.toString(id), Map.of("answer", how));
    }

    void reopen(long id) {
        get(id);
        db.sql(
                        """
                        update briefing.alert set answer = null, answered_by = null, answered_at = null, annotation_id = null
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("id", id)
                .update();
        trail.record("alert reopened", "alert", Long.toString(id), Map.of());
    }

    private static Alert read(ResultSet row, int number) throws SQLException {
        var answer = row.getString(17);
        return new Alert(
                row.getLong(1),
                row.getObject(2, LocalDate.class),
                new Finding(
                        Of.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                        Where.valueOf(row.getString(5).toUpperCase(Locale.ROOT)),
                        row.getString(6),
                        row.getString(7),
                        row.getInt(3),
                        new Season.Off(
                                row.getDouble(8),
                                row.getDouble(9),
                                row.getDouble(10),
                                row.getDouble(11),
                                row.getDouble(12),
                                row.getDouble(13)),
                        JsonMapper.shared().readValue(row.getString(14), CAUSES)),
                Arrays.asList((Double[]) row.getArray(15).getArray()),
                row.getObject(16, OffsetDateTime.class).toInstant(),
                answer == null
                        ? null
                        : new Alert.Answer(
                                answer,
                                row.getString(18),
                                row.getObject(19, OffsetDateTime.class).toInstant(),
                                row.getObject(20, Long.class)));
    }
}
