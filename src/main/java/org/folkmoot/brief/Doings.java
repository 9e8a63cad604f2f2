package org.folkmoot.brief;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Kinds;
import org.folkmoot.members.LeftAlone;
import org.folkmoot.metrics.Window;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What some members mostly do, and who of them asked to be left alone.
@Repository
@Transactional(readOnly = true)
class Doings {

    private final JdbcClient db;
    private final Kinds kinds;
    private final LeftAlone leftAlone;

    Doings(JdbcClient db, Kinds kinds, LeftAlone leftAlone) {
        this.db = db;
        this.kinds = kinds;
        this.leftAlone = leftAlone;
    }

    record Doing(String kind, @Nullable String place) {}

    /// What each of these contributes mostly, and where; one statement.
    Map<Long, Doing> of(Collection<Long> members, Window window) {
        var doings = new HashMap<Long, Doing>();
        var table = kinds.here();
        db.sql(
                        """
                        with did as materialized (
                            select i.member_id, a.kind, a.place_id, count(*) as n
                            from members.report_account i
                            join activity.report_activity a on a.community_id = folkmoot.community() and a.identity_id = i.identity_id
                            where i.community_id = folkmoot.community() and i.member_id = any(:members) and a.counted
                                and a.kind = any(:kinds::text[]) and a.at >= :from and a.at < :to
                            group by 1, 2, 3),
                        kind as (
                            select distinct on (member_id) member_id, kind from did
                            group by member_id, kind order by member_id, sum(n) desc, kind),
                        place as (
                            select distinct on (member_id) member_id, place_id from did where place_id is not null
                            group by member_id, place_id order by member_id, sum(n) desc, place_id)
                        select k.member_id, k.kind, p.name from kind k
                        left join place x on x.member_id = k.member_id
                        left join activity.report_place p on p.community_id = folkmoot.community() and p.place_id = x.place_id
                        """)
                .param("members", members.toArray(Long[]::new))
                .param(
                        "kinds",
                        Arrays.stream(Kind.values())
                                .filter(k -> table.counts(k, Kind.Counts.CONTRIBUTION))
                                .map(Kind::key)
                                .toArray(String[]::new))
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC))
                .query(
                        row -> {
                            doings.put(
                                    row.getLong(1), new Doing(row.getString(2), row.getString(3)));
                        });
        return doings;
    }

    /// Another one whenever people or what they want has changed.
    String stamp() {
        return db.sql(
                        """
                        select (select coalesce(sum(times), 0) from members.report_stir where community_id = folkmoot.community())
                            || ' ' || (select coalesce(string_agg(home::text, ',' order by home), '') from (%s) as alone (home))
                        """
                                .formatted(leftAlone.homes()))
                .query(String.class)
                .single();
    }

    /// Members who are not to be pointed out to others.
    Set<Long> leftAlone() {
        return new HashSet<>(
                db.sql(
                                """
                                select member_id from members.report_home
                                where community_id = folkmoot.community() and home in (%s)
                                """
                                        .formatted(leftAlone.homes()))
                        .query((row, _) -> row.getLong(1))
                        .list());
    }
}
