package org.folkmoot.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.folkmoot.store.Here;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The yardstick of the numbers: the same questions asked in plain SQL of the ledger, and its rows
/// for others to ask.
@Component
public class LedgerYardstick {

    /// `act(member, day)` of all that counts, and `person(member, first)`; the questions themselves
    /// are those that another database is asked, too.
    private static final String LEDGER =
            """
            with act as (
                select i.member_id as member, a.day from activity.activity a
                join members.identity i on i.community_id = a.community_id and i.id = a.identity_id
                join members.member m on m.community_id = i.community_id and m.id = i.member_id
                where a.community_id = folkmoot.community() and a.counted and coalesce(m.role_by_hand, m.role) = 'member'),
            person as (
                select id as member, (first_seen at time zone 'UTC')::date as first from members.member
                where community_id = folkmoot.community() and coalesce(role_by_hand, role) = 'member' and first_seen is not null),
            """;

    private static final long LONG = 5_000_000_000L;

    private final JdbcClient db;
    private final DataSource source;
    private final TransactionTemplate transaction;

    LedgerYardstick(JdbcClient db, DataSource source, PlatformTransactionManager transactions) {
        this.db = db;
        this.source = source;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Each question over `act` and `person`, by its name; all give one number, the sum of all they
    /// found, so that answers can be compared. They go on after a `with`.
    public static Map<String, String> questions() {
        var all = new LinkedHashMap<String, String>();
        all.put(
                "rolling 30 days",
                """
                active as (select distinct member, day from act),
                span as (select member, day, lead(day) over (partition by member order by day) as next from active),
                step as (
                    select day, 1 as delta from span
                    union all select least(day + 30, next), -1 from span),
                change as (select day, sum(delta) as delta from step group by day),
                rolled as (select day, sum(delta) over (order by day) as n, lead(day) over (order by day) as next from change)
                select sum(n * (least(next, {today} + 1) - day)) from rolled where day <= {today}
                """);
        all.put(
                "weekly actives",
                """
                week as (select distinct member, date_trunc('week', day) as week from act)
                select count(*) from week
                """);
        all.put(
                "cohorts of 60 months",
                """
                active as (select distinct member, date_trunc('month', day) as month from act),
                joined as (
                    select member, date_trunc('month', first) as month from person
                    where first >= date_trunc('month', {today}) - interval '59 months'),
                cell as (
                    select j.month, a.month as later, count(*) as n from joined j join active a using (member)
                    where a.month >= j.month group by j.month, a.month)
                select sum(n) from cell
                """);
        return all;
    }

    /// Asks each three times, what takes long only once.
    List<Answer> ask(String today) {
        var answers = new ArrayList<Answer>();
        questions().forEach((name, sql) -> answers.add(ask(name, sql.replace("{today}", today))));
        return answers;
    }

    /// @param sum of all numbers found
    record Answer(Timing timing, long sum) {}

    private Answer ask(String name, String sql) {
        var nanos = new ArrayList<Long>();
        long sum = 0;
        for (int i = 0; i < 3 && (i == 0 || nanos.getFirst() < LONG); i++) {
            var start = System.nanoTime();
            sum =
                    Objects.requireNonNull(
                            transaction.execute(
                                    _ -> {
                                        // it takes members for rare, and asks for each row by
                                        // itself
                                        db.sql("set local enable_nestloop = off").update();
                                        return db.sql(LEDGER + sql).query(Long.class).single();
                                    }));
            nanos.add(System.nanoTime() - start);
        }
        return new Answer(Timing.of("SQL: " + name, nanos), sum);
    }

    /// Writes `act.csv` and `person.csv`.
    public void export(Path folder) {
        Here.community();
        transaction.executeWithoutResult(
                _ -> {
                    copy("select member, day from act", folder.resolve("act.csv"));
                    copy("select member, first from person", folder.resolve("person.csv"));
                });
    }

    private void copy(String rows, Path file) {
        var connection = DataSourceUtils.getConnection(source);
        var query = LEDGER + "one as (select 1) " + rows;
        try (OutputStream out = Files.newOutputStream(file)) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + query + ") to stdout (format csv, header)", out);
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Could not write " + file, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
