package org.folkmoot.orbit;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Reads who is here, in columns, and tells whether that is another by now.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Census {

    private final JdbcClient db;

    Census(JdbcClient db) {
        this.db = db;
    }

    /// Another number after every change of who is who or in which role.
    long stirred() {
        return db.sql(
                        "select coalesce(sum(times), 0) from members.report_stir where community_id = :here")
                .param("here", Here.community().value())
                .query(Long.class)
                .single();
    }

    Persons read() {
        return db.sql(
                        """
                        select m.ids, m.roles, a.ids, a.owners
                        from (select string_agg(int8send(member_id), '' order by member_id) as ids,
                                  string_agg(case role when 'member' then '\\x00' when 'staff' then '\\x01' else '\\x02' end::bytea, '' order by member_id) as roles
                              from members.report_member where community_id = :here) m,
                             (select string_agg(int8send(identity_id), '' order by identity_id) as ids,
                                  string_agg(int8send(member_id), '' order by identity_id) as owners
                              from members.report_account where community_id = :here) a
                        """)
                .param("here", Here.community().value())
                .query(
                        (row, _) ->
                                new Persons(
                                        numbers(row, 1),
                                        bytes(row, 2),
                                        numbers(row, 3),
                                        numbers(row, 4)))
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
}
