package org.folkmoot.metrics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.metrics.Beat.Where;
import org.folkmoot.store.Here;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Reads what was counted day by day: one statement each, however many platforms and places.
@Repository
@Transactional(readOnly = true)
class PulseRows {

    private final JdbcClient db;
    private final CountedKinds kinds;

    PulseRows(JdbcClient db, CountedKinds kinds) {
        this.db = db;
        this.kinds = kinds;
    }

    /// @param people distinct members, a day each
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(Where where, String key, String name, double[] people, double[] deeds) {}

    record Place(String name, String platform) {}

    Map<Long, Place> platforms() {
        var places = new HashMap<Long, Place>();
        db.sql(
                        "select place_id, name, platform from activity.report_place where community_id = :here")
                .param("here", Here.community().value())
                .query(
                        row -> {
                            places.put(
                                    row.getLong(1), new Place(row.getString(2), row.getString(3)));
                        });
        return places;
    }

    /// Asks the index of days for each source, so that it costs the same however much there is.
    Map<String, LocalDate> known() {
        var known = new HashMap<String, LocalDate>();
        db.sql(
                        """
                        select s.platform, max(l.day) from activity.report_source s
                        cross join lateral (
                            select a.day from activity.report_activity a
                            where a.community_id = s.community_id and a.source_id = s.source_id and a.counted
                            order by a.at desc limit 1) l
                        where s.community_id = :here group by s.platform
                        """)
                .param("here", Here.community().value())
                .query(
                        row -> {
                            known.put(row.getString(1), row.getObject(2, LocalDate.class));
                        });
        return known;
    }

    /// Who took part and how much they did: in all, and by platform.
    List<Part> presence(LocalDate first, LocalDate last) {
        return parts(
                first,
                """
                select p.day, case when grouping(i.platform) = 1 then 'EVERYWHERE' else 'PLATFORM' end,
                       coalesce(i.platform, ''), coalesce(i.platform, ''),
                       count(distinct i.member_id) filter (where p.active > 0), coalesce(sum(p.active), 0)
                from activity.report_presence p
                join members.report_identity i on i.community_id = p.community_id and i.identity_id = p.identity_id
                where p.community_id = :here and p.day >= :first and p.day <= :last and i.role = 'member'
                group by grouping sets ((p.day), (p.day, i.platform))
                """,
                Map.of("last", last));
    }

    /// Who came: to the community, and to each platform.
    List<Part> comings(LocalDate first, LocalDate last, ZoneId zone) {
        return parts(
                first,
                """
                with came as (
                    select 'EVERYWHERE' as place, '' as platform, (first_seen at time zone :zone)::date as day
                    from members.report_member where community_id = :here and role = 'member' and first_seen is not null
                    union all
                    select 'PLATFORM', platform, (min(least(first_seen, joined_at)) at time zone :zone)::date
                    from members.report_identity where community_id = :here and role = 'member'
                    group by member_id, platform)
                select day, place, platform, platform, count(*), 0 from came where day >= :first and day <= :last
                group by day, place, platform
                """,
                Map.of("last", last, "zone", zone.getId()));
    }

    /// How much was done in the busiest places since that day; before it, it is not known.
    List<Part> places(LocalDate first, LocalDate since, LocalDate last, int most) {
        var found =
                parts(
                        first,
                        """
                        with deed as materialized (
                            select a.day, a.place_id from activity.report_activity a
                            join members.report_identity i on i.community_id = a.community_id and i.identity_id = a.identity_id
                            where a.community_id = :here and a.counted and a.place_id is not null
                                and a.at >= cast(:since as date) - 1 and a.day >= :since
                                and a.day <= :last and a.kind in %s and i.role = 'member'),
                        busy as (select place_id from deed group by place_id order by count(*) desc, place_id limit :most)
                        select d.day, 'PLACE', p.place_id::text, p.name, 0, count(*) from deed d join busy using (place_id)
                        join activity.report_place p on p.community_id = :here and p.place_id = d.place_id
                        group by d.day, p.place_id, p.name
                        """
                                .formatted(kinds.that(Kind.Counts.ACTIVE)),
                        Map.of("last", last, "since", since, "most", most));
        int unknown = (int) (since.toEpochDay() - first.toEpochDay());
        found.forEach(part -> Arrays.fill(part.deeds(), 0, unknown, Double.NaN));
        return found;
    }

    /// A day without a row counted nothing.
    private List<Part> parts(LocalDate first, String sql, Map<String, Object> params) {
        var parts = new LinkedHashMap<List<String>, Part>();
        db.sql(sql)
                .param("here", Here.community().value())
                .param("first", first)
                .params(params)
                .query(
                        row -> {
                            add(row, first, parts);
                        });
        return new ArrayList<>(parts.values());
    }

    private static void add(ResultSet row, LocalDate first, Map<List<String>, Part> parts)
            throws SQLException {
        var part =
                parts.computeIfAbsent(
                        List.of(row.getString(2), row.getString(3), row.getString(4)),
                        names ->
                                new Part(
                                        Where.valueOf(names.get(0)),
                                        names.get(1),
                                        names.get(2),
                                        new double[Pulse.DAYS],
                                        new double[Pulse.DAYS]));
        int day = (int) (row.getObject(1, LocalDate.class).toEpochDay() - first.toEpochDay());
        part.people()[day] = row.getDouble(5);
        part.deeds()[day] = row.getDouble(6);
    }
}
