package org.folkmoot.effect;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// When people first did something of a kind, asked of the ledger along the kind.
@Repository
@Transactional(readOnly = true)
class Firsts {

    private final JdbcClient db;

    Firsts(JdbcClient db) {
        this.db = db;
    }

    /// The local day on which each member first did it, up to a day.
    Map<Long, LocalDate> of(Kind kind, LocalDate last, ZoneId zone) {
        var firsts = new HashMap<Long, LocalDate>();
        db.sql(
                        """
                        select i.member_id, (min(f.at) at time zone :zone)::date
                        from (select a.identity_id, min(a.at) as at from activity.report_activity a
                              where a.community_id = folkmoot.community() and a.kind = :kind and a.counted and a.at < :end
                              group by a.identity_id) f
                        join members.report_account i on i.community_id = folkmoot.community() and i.identity_id = f.identity_id
                        group by i.member_id
                        """)
                .param("kind", kind.key())
                .param("zone", zone.getId())
                .param("end", end(last, zone))
                .withFetchSize(5000)
                .query(
                        row -> {
                            firsts.put(row.getLong(1), row.getObject(2, LocalDate.class));
                        });
        return firsts;
    }

    private static OffsetDateTime end(LocalDate last, ZoneId zone) {
        return last.plusDays(1).atStartOfDay(zone).toOffsetDateTime();
    }

    /// The kinds of which anything is known.
    Set<Kind> kinds() {
        var keys = List.of(Kind.values()).stream().map(Kind::key).toArray(String[]::new);
        var kinds = EnumSet.noneOf(Kind.class);
        db.sql(
                        """
                        select k.kind from unnest(:kinds::text[]) k(kind)
                        where exists (select from activity.report_activity a
                            where a.community_id = folkmoot.community() and a.kind = k.kind and a.counted)
                        """)
                .param("kinds", keys)
                .query(
                        row -> {
                            kinds.add(Kind.of(row.getString(1)));
                        });
        return kinds;
    }
}
