package org.folkmoot.members;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;

/// A query's conditions on `members.member m`, as SQL with bound parameters.
final class PeopleWhere {

    private final StringBuilder sql =
            new StringBuilder(
                    " where m.community_id = folkmoot.community() and m.standing <> 'nobody'");
    private final Map<String, Object> params = new HashMap<>();

    /// @param found what the query's words match
    /// @param zone in which the local days of the query are
    PeopleWhere(PeopleQuery query, Hits found, Instant now, ZoneId zone) {
        found.narrow(this);
        for (int i = 0; i < query.platforms().size(); i++) {
            and(
                    """
                    exists (select from members.identity i where i.community_id = m.community_id
                        and i.member_id = m.id and i.platform = :platform%d)"""
                            .formatted(i),
                    "platform" + i,
                    query.platforms().get(i));
        }
        if (query.role() != null) {
            and("m.standing = :role", "role", query.role());
        }
        if (query.active() != null) {
            and("m.by_last_seen >= :active", "active", before(now, query.active()));
        }
        if (query.silent() != null) {
            and("m.by_last_seen < :silent", "silent", before(now, query.silent()));
        }
        if (query.from() != null) {
            and("m.by_first_seen >= :from", "from", start(query.from(), zone));
        }
        if (query.to() != null) {
            and("m.by_first_seen < :to", "to", start(query.to().plusDays(1), zone));
            sql.append(" and m.first_seen is not null");
        }
        doing(query, now);
        for (int i = 0; i < query.tags().size(); i++) {
            and(
                    """
                    exists (select from members.tag t where t.community_id = m.community_id
                        and t.member_id = m.id and t.name = :tag%d and t.removed_at is null)"""
                            .formatted(i),
                    "tag" + i,
                    query.tags().get(i));
        }
        if (query.organisation() != null) {
            and("m.organisation = :organisation", "organisation", query.organisation());
        }
        if (query.left()) {
            sql.append(" and m.left_at is not null and m.back_at is null");
        }
    }

    private void doing(PeopleQuery query, Instant now) {
        if (query.kind() == null) {
            return;
        }
        var since = query.within() == null ? "" : " and d.last_at >= :within";
        and(
                """
                exists (select from members.identity i join members.doing d
                    on d.community_id = i.community_id and d.identity_id = i.id
                    where i.community_id = m.community_id and i.member_id = m.id
                        and d.kind = :kind and d.times > 0%s)"""
                        .formatted(since),
                "kind",
                query.kind());
        if (query.within() != null) {
            params.put("within", before(now, query.within()));
        }
    }

    void and(String condition, String name, Object value) {
        sql.append(" and ").append(condition);
        params.put(name, value);
    }

    String sql() {
        return sql.toString();
    }

    Map<String, Object> params() {
        return params;
    }

    private static OffsetDateTime before(Instant now, int days) {
        return now.minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    private static OffsetDateTime start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toOffsetDateTime();
    }
}
