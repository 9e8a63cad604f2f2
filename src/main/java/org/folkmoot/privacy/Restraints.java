package org.folkmoot.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.LeftAlone;
import org.folkmoot.members.PersonalData.Subject;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who objected and whose data may not be used. What was said of any account of hers holds for the
/// whole person; parted again, it stays with the account of which it was said.
@Repository
@Transactional
class Restraints implements LeftAlone {

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Restraints(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<Long, String> why(Collection<Long> homes) {
        var all = new HashMap<Long, String>();
        db.sql(
                        """
                        select put_on, kind, since from privacy.restraint
                        where community_id = folkmoot.community() and put_on = any(:homes) and lifted_at is null
                        order by id desc
                        """)
                .param("homes", homes.toArray(Long[]::new))
                .query(
                        row -> {
                            all.put(
                                    row.getLong(1),
                                    Restraint.Kind.of(row.getString(2))
                                                    .words(row.getObject(3, LocalDate.class))
                                            + ", so nobody asks them anything");
                        });
        return all;
    }

    @Override
    public String homes() {
        return """
               select r.put_on from privacy.restraint r
               where r.community_id = folkmoot.community() and r.lifted_at is null\
               """;
    }

    /// All there were, those that hold first.
    @Transactional(readOnly = true)
    List<Restraint> of(Subject subject) {
        return db.sql(
                        """
                        select id, kind, reason, since, request_id, by, at, lifted_at, lifted_by from privacy.restraint
                        where community_id = folkmoot.community() and put_on = any(:homes)
                        order by lifted_at desc nulls first, id desc
                        """)
                .param("homes", subject.homes().toArray(Long[]::new))
                .query(Restraints::read)
                .list();
    }

    /// @return its id; that of the one that holds already when there is one
    long put(Subject subject, RestraintWish wish) {
        var held =
                of(subject).stream().filter(r -> r.holds() && r.kind() == wish.kind()).findFirst();
        if (held.isPresent()) {
            return held.get().id();
        }
        var id =
                db.sql(
                                """
                                insert into privacy.restraint (community_id, put_on, kind, reason, since, request_id, by, at)
                                values (folkmoot.community(), :member, :kind, :reason, :since,
                                    (select r.id from privacy.request r where r.community_id = folkmoot.community() and r.id = :request),
                                    :by, :now)
                                on conflict (community_id, put_on, kind) where lifted_at is null
                                do update set kind = excluded.kind returning id
                                """)
                        .param("member", subject.member())
                        .param("kind", wish.kind().key())
                        .param("reason", wish.reason())
                        .param("since", wish.since())
                        .param("request", wish.request(), java.sql.Types.BIGINT)
                        .param("by", Trail.who())
                        .param("now", now())
                        .query(Long.class)
                        .single();
        record(wish.kind().key() + " noted", subject, id);
        return id;
    }

    /// @return whether it held until now
    boolean lift(Subject subject, long id) {
        return move(
                subject,
                id,
                "update privacy.restraint set lifted_at = :now, lifted_by = :by where lifted_at is null",
                "%s lifted");
    }

    /// Takes the lifting back.
    ///
    /// @return false when it holds, or another of that kind does by now
    boolean holdAgain(Subject subject, long id) {
        return move(
                subject,
                id,
                """
                update privacy.restraint r set lifted_at = null, lifted_by = null
                where lifted_at is not null and (:by, :now::timestamptz) is not null and not exists (
                    select from privacy.restraint o where o.community_id = r.community_id and o.put_on = any(:homes)
                        and o.kind = r.kind and o.lifted_at is null)\
                """,
                "%s holds again");
    }

    private boolean move(Subject subject, long id, String sql, String action) {
        var known =
                of(subject).stream()
                        .filter(r -> r.id() == id)
                        .findFirst()
                        .orElseThrow(() -> new Refusal.NotFound("This objection"));
        var done =
                db.sql(
                                        sql
                                                + " and community_id = folkmoot.community() and id = :id and put_on = any(:homes)")
                                .param("id", id)
                                .param("homes", subject.homes().toArray(Long[]::new))
                                .param("by", Trail.who())
                                .param("now", now())
                                .update()
                        > 0;
        if (done) {
            record(action.formatted(known.kind().key()), subject, id);
        }
        return done;
    }

    private void record(String action, Subject subject, long id) {
        trail.record(action, "member", Long.toString(subject.member()), Map.of("restraint", id));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static Restraint read(ResultSet row, int number) throws SQLException {
        var lifted = row.getObject(8, OffsetDateTime.class);
        return new Restraint(
                row.getLong(1),
                Restraint.Kind.of(row.getString(2)),
                row.getString(3),
                row.getObject(4, LocalDate.class),
                row.getObject(5, Long.class),
                row.getString(6),
                Objects.requireNonNull(row.getObject(7, OffsetDateTime.class)).toInstant(),
                lifted == null ? null : lifted.toInstant(),
                row.getString(9));
    }
}
