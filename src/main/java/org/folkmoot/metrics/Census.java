package org.folkmoot.metrics;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    private final JdbcClient db;

    Census(JdbcClient db) {
        this.db = db;
    }

    People people() {
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
                                        Places.of(numbers(row, 1)),
                                        bytes(row, 2),
                                        times(row, 3),
                                        times(row, 4),
                                        times(row, 5)))
                .single();
    }

    Scope scope(Filters filters, People people) {
        return new Scope(
                people,
                filters.staff(),
                filters.platform() == null ? null : onPlatform(filters.platform(), people),
                filters.tag() == null ? null : tagged(filters.tag(), people));
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
        var on = new boolean[people.accounts()];
        for (long account :
                column(
                        """
                        select string_agg(int8send(identity_id), '') from members.report_account
                        where community_id = :here and platform = :value
                        """,
                        platform)) {
            int place = people.place(account);
            if (place >= 0) {
                on[place] = true;
            }
        }
        return on;
    }

    private boolean[] tagged(String tag, People people) {
        var with = new boolean[people.size()];
        for (long member :
                column(
                        """
                        select string_agg(int8send(member_id), '') from members.report_tag
                        where community_id = :here and name = :value
                        """,
                        tag)) {
            int person = people.member(member);
            if (person >= 0) {
                with[person] = true;
            }
        }
        return with;
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
