package org.folkmoot.activity;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Where two identities met: what tells two people from one with two accounts.
@Repository
@Transactional(readOnly = true)
public class Encounters {

    /// So many of the latest activities of each are looked at.
    private static final int LATEST = 300;

    private final JdbcClient db;

    Encounters(JdbcClient db) {
        this.db = db;
    }

    /// What they thank by, in the languages we meet most; a quoted line is somebody else's word.
    private static final String THANKS =
            "(?n)^[^>]*(\\y(thanks|thank you|thx|danke|vielen dank|merci|gracias|obrigad[oa]|grazie|tack|dank je|dzięki|спасибо|дякую)\\y|ありがとう|谢谢|謝謝|감사|شكرا|धन्यवाद)";

    /// @param sameMinute a time at which both did something within one minute of the clock; null if
    ///     there is none
    /// @param answered how often one of them replied to the other
    /// @param thanked how many of these replies say thanks
    /// @param together how often one was named as co-author of the other's commit
    public record Encounter(
            long one,
            long other,
            @Nullable Instant sameMinute,
            int answered,
            int thanked,
            int together) {}

    /// What is known of each of these pairs, from their latest activities; in no order.
    ///
    /// @param ones one of each pair
    /// @param others the other of each, in the same order
    public List<Encounter> of(List<Long> ones, List<Long> others) {
        return db.sql(
                        """
                        select p.one, p.other,
                            (select a.at from (%1$s) a
                                where exists (select from activity.activity b
                                    where b.community_id = folkmoot.community() and b.identity_id = p.other and b.counted
                                        and b.at >= date_trunc('minute', a.at) and b.at < date_trunc('minute', a.at) + interval '1 minute')
                                limit 1),
                            coalesce(met.answered, 0), coalesce(met.thanked, 0), coalesce(met.together, 0)
                        from unnest(:ones::bigint[], :others::bigint[]) p(one, other)
                        left join lateral (
                            select count(*) as answered, count(*) filter (where left(r.text, 4000) ~* :thanks) as thanked,
                                count(*) filter (where r.kind = 'co_authorship') as together
                            from (
                                select a.text, a.kind from (%1$s) a
                                join activity.activity b on b.community_id = folkmoot.community() and b.id = a.parent_id
                                where b.identity_id = p.other
                                union all
                                select a.text, a.kind from (%2$s) a
                                join activity.activity b on b.community_id = folkmoot.community() and b.id = a.parent_id
                                where b.identity_id = p.one) r) met on true
                        """
                                .formatted(latest("one"), latest("other")))
                .param("ones", ones.toArray(Long[]::new))
                .param("others", others.toArray(Long[]::new))
                .param("thanks", THANKS)
                .query(
                        (row, _) ->
                                new Encounter(
                                        row.getLong(1),
                                        row.getLong(2),
                                        instant(row.getTimestamp(3)),
                                        row.getInt(4),
                                        row.getInt(5),
                                        row.getInt(6)))
                .list();
    }

    private static String latest(String who) {
        return """
        select x.at, x.parent_id, x.text, x.kind from activity.activity x
        where x.community_id = folkmoot.community() and x.identity_id = p.%s and x.counted
        order by x.at desc limit %d
        """
                .formatted(who, LATEST);
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
