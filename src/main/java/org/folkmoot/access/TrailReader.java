package org.folkmoot.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Reads the trail of the community we are in, newest first.
@Repository
@Transactional(readOnly = true)
class TrailReader {

    private final JdbcClient db;

    TrailReader(JdbcClient db) {
        this.db = db;
    }

    /// One thing somebody did.
    ///
    /// @param detail JSON
    record Step(
            long id,
            Instant at,
            String who,
            String action,
            @Nullable String subject,
            @Nullable String subjectId,
            String detail,
            @Nullable String request) {

        /// The detail for a reader: "name: Lantern mug, platform: github".
        String more() {
            return JsonMapper.shared().readTree(detail).properties().stream()
                    .filter(
                            one ->
                                    !one.getValue().isNull()
                                            && !one.getValue().asString("-").isEmpty())
                    .map(
                            one ->
                                    one.getKey().replace('_', ' ')
                                            + ": "
                                            + (one.getValue().isString()
                                                    ? one.getValue().asString()
                                                    : one.getValue().toString()))
                    .collect(Collectors.joining(", "));
        }
    }

    /// Which steps; empty or null for any.
    record Wanted(String who, String action, String subject, @Nullable Instant since) {}

    /// @param before id of the last step of the page before, or null for the first page
    List<Step> page(Wanted wanted, @Nullable Long before, int size) {
        return query(wanted, before, size).list();
    }

    /// Every step that is wanted, one after the other.
    void each(Wanted wanted, Consumer<Step> reader) {
        try (var steps = query(wanted, null, null).stream()) {
            steps.forEach(reader);
        }
    }

    /// Everybody who did something.
    List<String> names() {
        return known(
                "select distinct who from access.trail where community_id = :community order by who");
    }

    /// Everything that was done.
    List<String> actions() {
        return known(
                "select distinct action from access.trail where community_id = :community order by action");
    }

    /// Everything it was done to.
    List<String> subjects() {
        return known(
                "select distinct subject from access.trail where community_id = :community and subject is not null order by subject");
    }

    private List<String> known(String sql) {
        return db.sql(sql)
                .param("community", Here.community().value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private JdbcClient.MappedQuerySpec<Step> query(
            Wanted wanted, @Nullable Long before, @Nullable Integer size) {
        var since = wanted.since();
        return db.sql(
                        """
                        select id, at, who, action, subject, subject_id, detail::text, request from access.trail
                        where community_id = :community
                          and (:who = '' or who = :who) and (:action = '' or action = :action)
                          and (:subject = '' or subject = :subject)
                          and (:since::timestamptz is null or at >= :since)
                          and (:before::bigint is null or id < :before)
                        order by id desc limit :size
                        """)
                .withFetchSize(500)
                .param("community", Here.community().value())
                .param("who", wanted.who())
                .param("action", wanted.action())
                .param("subject", wanted.subject())
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC))
                .param("before", before)
                .param("size", size)
                .query(
                        (row, _) ->
                                new Step(
                                        row.getLong(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getString(3),
                                        row.getString(4),
                                        row.getString(5),
                                        row.getString(6),
                                        row.getString(7),
                                        row.getString(8)));
    }
}
