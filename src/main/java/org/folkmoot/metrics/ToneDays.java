package org.folkmoot.metrics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.listening.Posts;
import org.springframework.stereotype.Repository;

/// Works single days out from the ledger: who wrote what, where and when, and how it sounds.
@Repository
class ToneDays {

    private static final int MONTH = 31;

    private final DayMaking ledger;

    ToneDays(DayMaking ledger) {
        this.ledger = ledger;
    }

    /// A month at a time, so that many days take no more memory than a few.
    Map<LocalDate, byte[]> of(List<LocalDate> days, ZoneId zone) {
        var packed = new HashMap<LocalDate, byte[]>();
        for (int from = 0; from < days.size(); from += MONTH) {
            packed.putAll(some(days.subList(from, Math.min(days.size(), from + MONTH)), zone));
        }
        return packed;
    }

    private Map<LocalDate, byte[]> some(List<LocalDate> days, ZoneId zone) {
        var writers = new HashMap<LocalDate, List<ToneSheet.Writer>>();
        ledger.asked(
                        days,
                        zone,
                        """
                        select a.identity_id, i.platform, a.place_id, %1$s, j.activity_id is not null, j.mood, j.polarity
                        from span s
                        cross join lateral (
                            select a.* from activity.report_activity a
                            where a.community_id = :here and a.counted and a.at >= s.a and a.at < s.b and a.kind in %2$s
                                and a.identity_id is not null offset 0) a
                        join members.report_account i on i.community_id = :here and i.identity_id = a.identity_id
                        left join listening.report_judged j on j.community_id = :here and j.activity_id = a.id
                        where j.activity_id is not null or %3$s is not null
                        order by a.identity_id, a.at, a.id
                        """
                                .formatted(
                                        DayMaking.MICROS.formatted("a.at"), Posts.LIST, Posts.TEXT))
                .withFetchSize(5000)
                .query(
                        row -> {
                            long at = row.getLong(4);
                            var day =
                                    Instant.ofEpochSecond(Math.floorDiv(at, 1_000_000))
                                            .atZone(zone)
                                            .toLocalDate();
                            var those = writers.computeIfAbsent(day, _ -> new ArrayList<>());
                            long account = row.getLong(1);
                            if (those.isEmpty() || those.getLast().account() != account) {
                                those.add(
                                        new ToneSheet.Writer(
                                                account, row.getString(2), new ArrayList<>()));
                            }
                            those.getLast()
                                    .posts()
                                    .add(
                                            new ToneSheet.Post(
                                                    row.getLong(3),
                                                    at,
                                                    ToneSheet.code(
                                                            row.getBoolean(5),
                                                            row.getString(6),
                                                            row.getInt(7))));
                        });
        var packed = new HashMap<LocalDate, byte[]>();
        days.forEach(day -> packed.put(day, ToneSheet.pack(writers.getOrDefault(day, List.of()))));
        return packed;
    }
}
