package org.folkmoot.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.members.PersonalData.Fate;
import org.folkmoot.members.PersonalData.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Who was forgotten and who is about to be.
@Repository
@Transactional
class Erasures {

    private static final TypeReference<List<Fate>> FATES = new TypeReference<>() {};
    private static final String COLUMNS =
            "select id, put_on, identities, by, at, fates, done_at from privacy.erasure where community_id = folkmoot.community() and ";

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Erasures(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /// Plans it; the one that is under way, should a colleague have been quicker.
    long plan(Subject subject, List<Fate> fates) {
        var planned =
                db.sql(
                                """
                                insert into privacy.erasure (community_id, put_on, identities, by, at, fates)
                                values (folkmoot.community(), :member, :identities, :by, :at, :fates::jsonb)
                                on conflict (community_id, put_on) where done_at is null do nothing returning id
                                """)
                        .param("member", subject.member())
                        .param("identities", subject.identities().toArray(Long[]::new))
                        .param("by", Trail.who())
                        .param("at", now())
                        .param("fates", JsonMapper.shared().writeValueAsString(fates))
                        .query(Long.class)
                        .optional();
        if (planned.isPresent()) {
            trail.record("erasure begun", "member", Long.toString(subject.member()), Map.of());
            return planned.get();
        }
        return db.sql(COLUMNS + "put_on = :member and done_at is null")
                .param("member", subject.member())
                .query(Erasures::read)
                .single()
                .id();
    }

    /// Takes it in hand until the running transaction is over; empty when it is done.
    Optional<Erasure> hold(long id) {
        return db.sql(COLUMNS + "id = :id and done_at is null for update")
                .param("id", id)
                .query(Erasures::read)
                .optional();
    }

    void done(Erasure erasure) {
        db.sql(
                        "update privacy.erasure set done_at = :now where community_id = folkmoot.community() and id = :id")
                .param("now", now())
                .param("id", erasure.id())
                .update();
        trail.record(
                "person erased",
                erasure.by(),
                "member",
                Long.toString(erasure.putOn()),
                Map.of("erasure", erasure.id()));
    }

    @Transactional(readOnly = true)
    List<Erasure> underWay() {
        return db.sql(COLUMNS + "done_at is null order by id").query(Erasures::read).list();
    }

    /// The newest of one person.
    @Transactional(readOnly = true)
    Optional<Erasure> of(Subject subject) {
        return db.sql(COLUMNS + "put_on = any(:homes) order by id desc limit 1")
                .param("homes", subject.homes().toArray(Long[]::new))
                .query(Erasures::read)
                .optional();
    }

    @Transactional(readOnly = true)
    List<Erasure> newest(int most) {
        return db.sql(COLUMNS + "true order by id desc limit :most")
                .param("most", most)
                .query(Erasures::read)
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Erasure read(ResultSet row, int number) throws SQLException {
        var done = row.getTimestamp(7);
        Instant at = row.getTimestamp(5).toInstant();
        return new Erasure(
                row.getLong(1),
                row.getLong(2),
                new HashSet<>(Arrays.asList((Long[]) row.getArray(3).getArray())),
                row.getString(4),
                at,
                JsonMapper.shared().readValue(row.getString(6), FATES),
                done == null ? null : done.toInstant());
    }
}
