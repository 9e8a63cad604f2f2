package org.folkmoot.metrics;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.store.Here;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Reads people and accounts, all of them or those who have changed: one statement, whatever their
/// number, with one row of columns.
@Repository
class CensusRows {

    private final JdbcClient db;

    CensusRows(JdbcClient db) {
        this.db = db;
    }

    /// @param times how often people have changed
    /// @param rows how many rows say so
    /// @param moment the database's name for what is to be seen now
    record Stirred(long times, long rows, String moment) {}

    Stirred stirred() {
        return db.sql(
                        "select coalesce(sum(times), 0), count(*), pg_current_snapshot()::text from members.report_stir where community_id = :here")
                .param("here", Here.community().value())
                .query((row, _) -> new Stirred(row.getLong(1), row.getLong(2), row.getString(3)))
                .single();
    }

    /// Who may have changed since that moment, and in how many transactions.
    Told since(String moment) {
        return db.sql(
                        """
                                with new as materialized (
                                    select transaction, members, accounts from members.report_stirred
                                    where community_id = :here
                                      and transaction >= pg_snapshot_xmin(cast(:moment as pg_snapshot))::text::bigint
                                      and not pg_visible_in_snapshot(transaction::text::xid8, cast(:moment as pg_snapshot)))
                                select (select count(distinct transaction) from new),
                                       (select string_agg(int8send(id), '') from (
                                           select distinct unnest(members) as id from new) m),
                                       (select string_agg(int8send(id), '') from (
                                           select distinct unnest(accounts) as id from new) a)
                                """)
                .param("here", Here.community().value())
                .param("moment", moment)
                .query(
                        (row, _) ->
                                new Told(
                                        row.getLong(1),
                                        Columns.numbers(row, 2),
                                        Columns.numbers(row, 3)))
                .single();
    }

    static final class Told {
        private final long transactions;
        private final long[] members;
        private final long[] accounts;

        Told(long transactions, long[] members, long[] accounts) {
            this.transactions = transactions;
            this.members = members;
            this.accounts = accounts;
        }

        long transactions() {
            return transactions;
        }

        long[] members() {
            return members;
        }

        long[] accounts() {
            return accounts;
        }
    }

    Roll all() {
        return read(null, null);
    }

    /// Those of these members and accounts who are here.
    Roll some(long[] members, long[] accounts) {
        return read(members, accounts);
    }

    /// @param members null: everybody
    /// @param accounts null: all
    private Roll read(long @Nullable [] members, long @Nullable [] accounts) {
        return db.sql(
                        """
                        select m.ids, m.roles, m.first_seen, m.left_at, m.back_at, a.ids, a.owners
                        from (select string_agg(int8send(member_id), '') as ids,
                                   string_agg(case role when 'member' then '\\x00' when 'staff' then '\\x01' else '\\x02' end::bytea, '') as roles,
                                   string_agg(timestamptz_send(coalesce(first_seen, 'infinity')), '') as first_seen,
                                   string_agg(timestamptz_send(coalesce(left_at, 'infinity')), '') as left_at,
                                   string_agg(timestamptz_send(coalesce(back_at, 'infinity')), '') as back_at
                              from members.report_member where community_id = :here%s) m,
                             (select string_agg(int8send(identity_id), '') as ids, string_agg(int8send(member_id), '') as owners
                              from members.report_account where community_id = :here%s) a
                        """
                                .formatted(
                                        members == null ? "" : " and member_id = any(:members)",
                                        accounts == null
                                                ? ""
                                                : " and identity_id = any(:accounts)"))
                .param("here", Here.community().value())
                .param("members", Columns.boxed(members == null ? new long[0] : members))
                .param("accounts", Columns.boxed(accounts == null ? new long[0] : accounts))
                .query(
                        (row, _) ->
                                new Roll(
                                        Columns.numbers(row, 6),
                                        Columns.numbers(row, 7),
                                        Columns.numbers(row, 1),
                                        Columns.bytes(row, 2),
                                        new People.Lives(
                                                Columns.times(row, 3),
                                                Columns.times(row, 4),
                                                Columns.times(row, 5),
                                                null)))
                .single();
    }

    void settle() {
        db.sql("select members.settle_down()").query((_, _) -> 1).list();
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
}
