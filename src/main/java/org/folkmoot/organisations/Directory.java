package org.folkmoot.organisations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.members.MailDomain;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// All organisations: those the team keeps, and names that people's profiles have beside. How many
/// people each has is kept as they come and go, so that the list need not count a million.
@Repository
@Transactional(readOnly = true)
class Directory {

    private static final Duration RECENT = Duration.ofDays(30);

    /// Those kept, and names that are not, with their people.
    private static final String LISTED =
            """
            with counted as (
                select key as name, sum(people)::integer as people from members.report_tally
                where community_id = folkmoot.community() and kind = 'organisation'
                group by key having sum(people) > 0
            ), kept as (
                select id, name, staff from organisations.organisation
                where community_id = folkmoot.community() and same_as is null
            ), listed as (
                select k.id, coalesce(k.name, c.name) as name, coalesce(k.staff, false) as staff,
                    coalesce(c.people, 0) as people
                from counted c full join kept k on k.name = c.name
            )
            """;

    private final JdbcClient db;

    Directory(JdbcClient db) {
        this.db = db;
    }

    /// @param id null for a name that nobody made an organisation of
    /// @param people of whatever role
    /// @param active of them seen in the last 30 days
    /// @param domains as people write them
    record Entry(
            @Nullable Long id,
            String name,
            boolean staff,
            int people,
            int active,
            @Nullable Instant lastSeen,
            List<String> domains) {

        Entry {
            domains = List.copyOf(domains);
        }
    }

    /// Which of them.
    ///
    /// @param words that the name contains; empty for all
    /// @param kept whether only those that the team keeps
    record Asked(String words, boolean kept) {}

    /// Those with most people first.
    List<Entry> page(Asked asked, int skip, int most, Instant now) {
        return db.sql(
                        LISTED
                                + """
                                , shown as (
                                    select * from listed
                                    where (:words = '' or position(folkmoot.plain(:words) in folkmoot.plain(name)) > 0)
                                        and (id is not null or not :kept)
                                    order by people desc, name, id offset :skip limit :most
                                )
                                select s.id, s.name, s.staff, s.people, a.active, l.last_seen, d.domains
                                from shown s
                                cross join lateral (
                                    select count(*)::integer as active from members.report_colleague c
                                    where c.community_id = folkmoot.community() and c.organisation = s.name and c.standing <> 'nobody'
                                        and c.by_last_seen >= :since
                                ) a
                                left join lateral (
                                    select c.by_last_seen as last_seen from members.report_colleague c
                                    where c.community_id = folkmoot.community() and c.organisation = s.name and c.standing <> 'nobody'
                                    order by c.by_last_seen desc limit 1
                                ) l on true
                                cross join lateral (
                                    select coalesce(array_agg(g.key order by g.key), '{}') as domains from organisations.sign g
                                    where g.community_id = folkmoot.community() and g.organisation = s.id and g.kind = 'domain'
                                ) d
                                order by s.people desc, s.name, s.id
                                """)
                .param("words", asked.words())
                .param("kept", asked.kept())
                .param("skip", skip)
                .param("most", most)
                .param("since", now.minus(RECENT).atOffset(ZoneOffset.UTC))
                .query((row, _) -> entry(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var id = row.getLong(1);
        return new Entry(
                row.wasNull() ? null : id,
                row.getString(2),
                row.getBoolean(3),
                row.getInt(4),
                row.getInt(5),
                seen(row.getObject(6, OffsetDateTime.class)),
                Arrays.stream((String[]) row.getArray(7).getArray())
                        .map(MailDomain::written)
                        .toList());
    }

    /// Who was never seen has a time before all others.
    static @Nullable Instant seen(@Nullable OffsetDateTime at) {
        return at == null || at.getYear() < 1900 ? null : at.toInstant();
    }

    /// @param all how many there are
    /// @param people in all of them
    record Count(int all, int kept, int people) {}

    Count count(Asked asked) {
        return db.sql(
                        LISTED
                                + """
                                select count(*), count(id), coalesce(sum(people), 0) from listed
                                where (:words = '' or position(folkmoot.plain(:words) in folkmoot.plain(name)) > 0)
                                    and (id is not null or not :kept)
                                """)
                .param("words", asked.words())
                .param("kept", asked.kept())
                .query((row, _) -> new Count(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    /// The one kept under that name; of several the oldest.
    Optional<Long> named(String name) {
        return db.sql(
                        """
                        select id from organisations.organisation
                        where community_id = folkmoot.community() and name = :name and same_as is null order by id limit 1
                        """)
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    /// @param id of the organisation
    record Name(long id, String name) {}

    /// All that are kept, by name, for a choice.
    List<Name> names(int most) {
        return db.sql(
                        """
                        select id, name from organisations.organisation
                        where community_id = folkmoot.community() and same_as is null order by folkmoot.plain(name), id limit :most
                        """)
                .param("most", most)
                .query((row, _) -> new Name(row.getLong(1), row.getString(2)))
                .list();
    }
}
