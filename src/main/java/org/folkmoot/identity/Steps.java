package org.folkmoot.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.store.CopyIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The log of who was said to be whom.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Steps {

    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private static final String COLUMNS =
            """
            s.id, s.batch, s.what, s.one_identity, s.other_identity, s.evidence, s.by, s.at, s.undone_by, s.undone_at
            """;

    private final JdbcClient db;
    private final DataSource source;

    Steps(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    long newBatch() {
        return db.sql("select nextval('identity.batch_id')").query(Long.class).single();
    }

    /// Steps yet to be kept.
    ///
    /// @param other null for a parting
    record Fresh(long one, @Nullable Long other, List<Evidence> evidence) {}

    void add(long batch, Collection<Fresh> steps, String by) {
        var rows = new CopyIn();
        for (var step : steps) {
            rows.row(
                    step.one(),
                    step.other(),
                    JsonMapper.shared().writeValueAsString(step.evidence()));
        }
        db.sql(
                        """
                        create temporary table stepped (n bigint generated always as identity, one bigint, other bigint,
                            evidence jsonb) on commit drop
                        """)
                .update();
        rows.into(source, "stepped (one, other, evidence)");
        db.sql(
                        """
                        insert into identity.step (community_id, batch, what, one_identity, other_identity, evidence, by, at)
                        select folkmoot.community(), :batch, case when other is null then 'part' else 'merge' end, one, other,
                            evidence, :by, clock_timestamp()
                        from stepped order by n
                        """)
                .param("batch", batch)
                .param("by", by)
                .update();
        db.sql("drop table stepped").update();
    }

    /// All steps that hold and reach these identities, over however many others, oldest first.
    List<Step> reaching(Collection<Long> identities) {
        return db.sql(
                        """
                        with recursive reach(id) as (
                            select unnest(:ids::bigint[])
                            union
                            select n.id from reach r cross join lateral (
                                select s.other_identity from identity.step s
                                where s.community_id = folkmoot.community() and s.one_identity = r.id and s.undone_at is null
                                    and s.other_identity is not null
                                union all
                                select s.one_identity from identity.step s
                                where s.community_id = folkmoot.community() and s.other_identity = r.id and s.undone_at is null) n(id)
                        )
                        select %s from reach r join identity.step s on s.community_id = folkmoot.community()
                            and s.one_identity = r.id and s.undone_at is null
                        order by s.id
                        """
                                .formatted(COLUMNS))
                .param("ids", identities.toArray(Long[]::new))
                .query(Steps::read)
                .list();
    }

    /// Single steps, oldest first; those that are not here are left out.
    List<Step> named(Collection<Long> ids) {
        return db.sql(
                        """
                        select %s from identity.step s
                        where s.community_id = folkmoot.community() and s.id = any(:ids) order by s.id
                        """
                                .formatted(COLUMNS))
                .param("ids", ids.toArray(Long[]::new))
                .query(Steps::read)
                .list();
    }

    Optional<Step> find(long id) {
        return db.sql(
                        "select %s from identity.step s where s.community_id = folkmoot.community() and s.id = :id"
                                .formatted(COLUMNS))
                .param("id", id)
                .query(Steps::read)
                .optional();
    }

    /// The steps of a batch that hold.
    List<Step> ofBatch(long batch) {
        return db.sql(
                        """
                        select %s from identity.step s
                        where s.community_id = folkmoot.community() and s.batch = :batch and s.undone_at is null order by s.id
                        """
                                .formatted(COLUMNS))
                .param("batch", batch)
                .query(Steps::read)
                .list();
    }

    /// All steps of these batches, also those undone, oldest first.
    List<Step> ofBatches(Collection<Long> batches) {
        return db.sql(
                        """
                        select %s from identity.step s
                        where s.community_id = folkmoot.community() and s.batch = any(:batches) order by s.id
                        """
                                .formatted(COLUMNS))
                .param("batches", batches.toArray(Long[]::new))
                .query(Steps::read)
                .list();
    }

    /// The steps of a batch after one, also those undone, oldest first.
    List<Step> ofBatch(long batch, long after, int most) {
        return db.sql(
                        """
                        select %s from identity.step s
                        where s.community_id = folkmoot.community() and s.batch = :batch and s.id > :after
                        order by s.id limit :most
                        """
                                .formatted(COLUMNS))
                .param("batch", batch)
                .param("after", after)
                .param("most", most)
                .query(Steps::read)
                .list();
    }

    /// All that was ever said of these identities, newest first.
    List<Step> of(Collection<Long> identities, int most) {
        return db.sql(
                        """
                        select %s from identity.step s
                        where s.community_id = folkmoot.community()
                            and (s.one_identity = any(:ids) or s.other_identity = any(:ids))
                        order by s.id desc limit :most
                        """
                                .formatted(COLUMNS))
                .param("ids", identities.toArray(Long[]::new))
                .param("most", most)
                .query(Steps::read)
                .list();
    }

    /// The newest before a step.
    List<Step> before(long id, int most) {
        return db.sql(
                        """
                        select %s from identity.step s
                        where s.community_id = folkmoot.community() and s.id < :before order by s.id desc limit :most
                        """
                                .formatted(COLUMNS))
                .param("before", id)
                .param("most", most)
                .query(Steps::read)
                .list();
    }

    void undo(Collection<Step> steps, String by) {
        db.sql(
                        """
                        update identity.step set undone_by = :by, undone_at = clock_timestamp()
                        where community_id = folkmoot.community() and id = any(:ids) and undone_at is null
                        """)
                .param("by", by)
                .param("ids", steps.stream().map(Step::id).toArray(Long[]::new))
                .update();
    }

    private static Step read(ResultSet row, int number) throws SQLException {
        var other = row.getLong(5);
        var alone = row.wasNull();
        var undone = row.getObject(10, OffsetDateTime.class);
        return new Step(
                row.getLong(1),
                row.getLong(2),
                row.getString(3).equals("merge") ? Step.What.MERGE : Step.What.PART,
                row.getLong(4),
                alone ? null : other,
                new ArrayList<>(JsonMapper.shared().readValue(row.getString(6), EVIDENCE)),
                row.getString(7),
                row.getObject(8, OffsetDateTime.class).toInstant(),
                row.getString(9),
                undone == null ? null : undone.toInstant());
    }
}
