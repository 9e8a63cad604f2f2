package org.folkmoot.listening;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.folkmoot.activity.Glimpses;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Themes as they are read: who is who by now, and what was joined.
@Repository
@Transactional(readOnly = true)
class Themes {

    private static final int SAMPLES = 3;
    private static final int WORDS = 240;

    /// Whom a post speaks to says nothing of what it is about.
    private static final Pattern CALLED = Pattern.compile("^(?:\\s*<?@[\\w.-]+>?[,:]?)+");

    /// Each post of a shelf with the theme it counts for.
    private static final String SAID =
            """
            with said as materialized (
                select coalesce(t.merged_into, t.id) as theme, p.activity_id, p.nearness, a.at, a.at >= :from as now, i.member_id
                from listening.theme_post p
                join listening.theme t on t.community_id = folkmoot.community() and t.id = p.theme_id
                join activity.report_activity a on a.community_id = folkmoot.community() and a.id = p.activity_id and a.counted
                join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                    and i.role = 'member'
                where p.community_id = folkmoot.community() and p.shelf = :shelf and p.days = :days)
            """;

    private final JdbcClient db;
    private final Glimpses glimpses;

    Themes(JdbcClient db, Glimpses glimpses) {
        this.db = db;
        this.glimpses = glimpses;
    }

    /// Pinned ones first, then those of most people; what too few people said is none, unless
    /// somebody made it theirs.
    ///
    /// @param from when the window begins
    List<Theme> list(Shelf shelf, int days, Instant from) {
        var themes =
                asked(
                                shelf,
                                days,
                                from,
                                SAID
                                        + """
                                        select t.id, t.label, t.name, t.pinned, t.ignored, count(s.activity_id) filter (where s.now),
                                            count(distinct s.member_id) filter (where s.now),
                                            count(distinct s.member_id) filter (where not s.now),
                                            count(distinct s.member_id) filter (where s.now and m.first_seen >= :from)
                                        from listening.theme t
                                        left join said s on s.theme = t.id
                                        left join members.report_member m on m.community_id = folkmoot.community() and m.member_id = s.member_id
                                        where t.community_id = folkmoot.community() and t.shelf = :shelf and t.merged_into is null
                                        group by t.id, t.label, t.name, t.pinned, t.ignored
                                        having count(distinct s.member_id) filter (where s.now) >= :people
                                            or t.name is not null or t.pinned or t.ignored
                                        order by t.pinned desc, 7 desc, 6 desc, t.id
                                        """)
                        .param("people", shelf.people())
                        .query(
                                (row, _) ->
                                        new Theme(
                                                row.getLong(1),
                                                row.getString(2),
                                                row.getString(3),
                                                row.getBoolean(4),
                                                row.getBoolean(5),
                                                row.getLong(6),
                                                row.getLong(7),
                                                row.getLong(8),
                                                row.getLong(9),
                                                List.of(),
                                                List.of()))
                        .list();
        var parts = parts(shelf);
        var samples = samples(shelf, days, from);
        return themes.stream()
                .map(
                        t ->
                                t.with(
                                        parts.getOrDefault(t.id(), List.of()),
                                        t.people() < shelf.people()
                                                ? List.of()
                                                : samples.getOrDefault(t.id(), List.of())))
                .toList();
    }

    private Map<Long, List<Theme.Part>> parts(Shelf shelf) {
        var parts = new HashMap<Long, List<Theme.Part>>();
        db.sql(
                        """
                        select merged_into, id, coalesce(name, label) from listening.theme
                        where community_id = folkmoot.community() and shelf = :shelf and merged_into is not null order by id
                        """)
                .param("shelf", shelf.key())
                .query(
                        row -> {
                            parts.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>())
                                    .add(new Theme.Part(row.getLong(2), row.getString(3)));
                        });
        return parts;
    }

    /// What somebody says, without whom they call.
    private static String spoken(String words) {
        return CALLED.matcher(words).replaceFirst("").strip();
    }

    /// Those nearest to the middle, no two by one person and no two alike.
    private Map<Long, List<Theme.Sample>> samples(Shelf shelf, int days, Instant from) {
        var samples = new HashMap<Long, List<Theme.Sample>>();
        asked(
                        shelf,
                        days,
                        from,
                        SAID
                                + """
                                , nearest as (
                                    select distinct on (theme, member_id) theme, activity_id, nearness, at from said where now
                                    order by theme, member_id, nearness desc, at desc),
                                ranked as (
                                    select n.*, row_number() over (partition by theme order by nearness desc, activity_id) as rank from nearest n)
                                select r.theme, r.activity_id, left(coalesce(nullif(a.title, ''), a.text), 240), r.at from ranked r
                                join activity.report_activity a on a.community_id = folkmoot.community() and a.id = r.activity_id
                                where r.rank <= 12 and coalesce(a.title, a.text) is not null order by r.theme, r.rank
                                """)
                .query(
                        row -> {
                            var of =
                                    samples.computeIfAbsent(row.getLong(1), _ -> new ArrayList<>());
                            var words = spoken(row.getString(3));
                            if (of.size() < SAMPLES
                                    && of.stream().noneMatch(s -> s.words().equals(words))) {
                                of.add(
                                        new Theme.Sample(
                                                row.getLong(2),
                                                words,
                                                row.getObject(4, OffsetDateTime.class)
                                                        .toInstant()));
                            }
                        });
        return read(samples);
    }

    /// As people read them: without markup, by name.
    private Map<Long, List<Theme.Sample>> read(Map<Long, List<Theme.Sample>> samples) {
        var words =
                glimpses.of(
                        samples.values().stream()
                                .flatMap(List::stream)
                                .map(Theme.Sample::activity)
                                .toList());
        samples.values()
                .forEach(
                        of ->
                                of.replaceAll(
                                        one -> {
                                            var told = words.get(one.activity());
                                            return told == null
                                                    ? one
                                                    : new Theme.Sample(
                                                            one.activity(),
                                                            told.line(WORDS),
                                                            one.at());
                                        }));
        return samples;
    }

    private JdbcClient.StatementSpec asked(Shelf shelf, int days, Instant from, String sql) {
        return db.sql(sql)
                .param("shelf", shelf.key())
                .param("days", days)
                .param("from", from.atOffset(ZoneOffset.UTC));
    }
}
