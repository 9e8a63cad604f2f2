package org.folkmoot.metrics;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongToIntFunction;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads who belongs to the community: two statements, whatever their number, each with one row of
/// columns.
@Repository
class Census {

    /// PostgreSQL counts microseconds from 2000 on.
    private static final long Y2K = 946_684_800_000_000L;

    /// So many changes are worth adding up.
    private static final long MANY = 1000;

    private final JdbcClient db;
    private final Acquaintances kept = new Acquaintances();

    Census(JdbcClient db) {
        this.db = db;
    }

    /// As of the running transaction's moment; read again only when somebody has changed since.
    People people(Sheets.Notes notes) {
        if (!notes.alone()) {
            return read();
        }
        var stirred = stirred();
        if (stirred.rows > MANY) {
            notes.after(() -> db.sql("select members.settle_down()").query((_, _) -> 1).list());
        }
        var known = kept.of(Here.community(), stirred.times);
        if (known != null) {
            return known;
        }
        var people = read();
        kept.keep(Here.community(), stirred.times, people);
        return people;
    }

    private record Stirred(long times, long rows) {}

    private Stirred stirred() {
        return db.sql(
                        "select coalesce(sum(times), 0), count(*) from members.report_stir where community_id = :here")
                .param("here", Here.community().value())
                .query((row, _) -> new Stirred(row.getLong(1), row.getLong(2)))
                .single();
    }

    private People read() {
        return db.sql(
                        """
                        select m.ids, m.roles, m.first_seen, m.left_at, m.back_at, a.ids, a.owners
                        from (select string_agg(int8send(member_id), '') as ids,
                                   string_agg(case role when 'member' then '\\x00' when 'staff' then '\\x01' else '\\x02' end::bytea, '') as roles,
                                   string_agg(timestamptz_send(coalesce(first_seen, 'infinity')), '') as first_seen,
                                   string_agg(timestamptz_send(coalesce(left_at, 'infinity')), '') as left_at,
                                   string_agg(timestamptz_send(coalesce(back_at, 'infinity')), '') as back_at
                              from members.report_member where community_id = :here) m,
                             (select string_agg(int8send(identity_id), '') as ids, string_agg(int8send(member_id), '') as owners
                              from members.report_account where community_id = :here) a
                        """)
                .param("here", Here.community().value())
                .query(
                        (row, _) ->
                                new People(
                                        numbers(row, 6),
                                        numbers(row, 7),
                                        numbers(row, 1),
                                        bytes(row, 2),
                                        new People.Lives(
                                                times(row, 3), times(row, 4), times(row, 5), null)))
                .single();
    }

    Scope scope(Filters filters, People people) {
        return new Scope(
                people,
                filters.staff(),
                filters.platform() == null ? null : onPlatform(filters.platform(), people),
                with(filters, people),
                filters.platform() == null ? people.lives() : livesOn(filters.platform(), people));
    }

    /// The accounts that some names have by now.
    Map<Root.Name, Long> accounts(Set<Root.Name> names) {
        var accounts = new HashMap<Root.Name, Long>();
        if (!names.isEmpty()) {
            var all = List.copyOf(names);
            db.sql(
                            """
                            select a.source, a.external_id, a.identity_id
                            from unnest(cast(:sources as text[]), cast(:externals as text[])) n(source, external_id)
                            join members.report_account a on a.community_id = :here and a.source = n.source
                                and a.external_id = n.external_id
                            """)
                    .param("here", Here.community().value())
                    .param("sources", all.stream().map(Root.Name::source).toArray(String[]::new))
                    .param(
                            "externals",
                            all.stream().map(Root.Name::external).toArray(String[]::new))
                    .query(
                            row -> {
                                accounts.put(
                                        new Root.Name(row.getString(1), row.getString(2)),
                                        row.getLong(3));
                            });
        }
        return accounts;
    }

    private boolean[] onPlatform(String platform, People people) {
        var on =
                column(
                        """
                        select string_agg(int8send(identity_id), '') from members.report_account
                        where community_id = :here and platform = :value
                        """,
                        platform);
        return marked(people.accounts(), on, people::place);
    }

    /// When everybody came to one platform and left it: gone once all of their accounts there are.
    private People.Lives livesOn(String platform, People people) {
        var first = never(people.size());
        var left = never(people.size());
        var back = never(people.size());
        var here = new boolean[people.size()];
        db.sql(
                        """
                        select string_agg(int8send(member_id), ''), string_agg(timestamptz_send(coalesce(first, 'infinity')), ''),
                               string_agg(timestamptz_send(coalesce(gone, 'infinity')), ''),
                               string_agg(timestamptz_send(coalesce(back, 'infinity')), '')
                        from (select member_id, min(least(first_seen, joined_at)) as first,
                                  case when bool_and(left_at is not null) then max(left_at) end as gone, min(back_at) as back
                              from members.report_identity where community_id = :here and platform = :platform
                              group by member_id) m
                        """)
                .param("here", Here.community().value())
                .param("platform", platform)
                .query(
                        row -> {
                            var members = numbers(row, 1);
                            var columns =
                                    new long[][] {times(row, 2), times(row, 3), times(row, 4)};
                            for (int i = 0; i < members.length; i++) {
                                int person = people.member(members[i]);
                                if (person >= 0) {
                                    here[person] = true;
                                    first[person] = columns[0][i];
                                    left[person] = columns[1][i];
                                    back[person] = columns[2][i];
                                }
                            }
                        });
        return new People.Lives(first, left, back, here);
    }

    private static long[] never(int many) {
        var times = new long[many];
        Arrays.fill(times, People.NEVER);
        return times;
    }

    /// Who has the tag, is of the organisation, and fits the condition asked for; null when none
    // is.
    private boolean @Nullable [] with(Filters filters, People people) {
        boolean @Nullable [] with = null;
        if (filters.tag() != null) {
            with = marked("report_tag where name", filters.tag(), people);
        }
        if (filters.organisation() != null) {
            var of = marked("report_colleague where organisation", filters.organisation(), people);
            for (int i = 0; with != null && i < of.length; i++) {
                of[i] &= with[i];
            }
            with = of;
        }
        var among = filters.among();
        if (among != null) {
            var fits = marked(people.size(), among.members(), people::member);
            for (int i = 0; with != null && i < fits.length; i++) {
                fits[i] &= with[i];
            }
            with = fits;
        }
        return with;
    }

    private boolean[] marked(String whom, String value, People people) {
        var with =
                column(
                        "select string_agg(int8send(member_id), '') from members.%s = :value and community_id = :here"
                                .formatted(whom),
                        value);
        return marked(people.size(), with, people::member);
    }

    /// True at the places of these ids; an id without one (negative) is passed over.
    private static boolean[] marked(int size, long[] ids, LongToIntFunction places) {
        var marked = new boolean[size];
        for (long id : ids) {
            int place = places.applyAsInt(id);
            if (place >= 0) {
                marked[place] = true;
            }
        }
        return marked;
    }

    private long[] column(String sql, String value) {
        return db.sql(sql)
                .param("here", Here.community().value())
                .param("value", value)
                .query((row, _) -> numbers(row, 1))
                .single();
    }

    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        byte @Nullable [] bytes = row.getBytes(column);
        return bytes == null ? new byte[0] : bytes;
    }

    private static long[] numbers(ResultSet row, int column) throws SQLException {
        var longs = ByteBuffer.wrap(bytes(row, column)).asLongBuffer();
        var numbers = new long[longs.remaining()];
        longs.get(numbers);
        return numbers;
    }

    private static long[] times(ResultSet row, int column) throws SQLException {
        var times = numbers(row, column);
        for (int i = 0; i < times.length; i++) {
            times[i] = times[i] == People.NEVER ? People.NEVER : times[i] + Y2K;
        }
        return times;
    }

    /// Microseconds since 1970.
    static long micros(Instant at) {
        return at.getEpochSecond() * 1_000_000 + at.getNano() / 1000;
    }
}
