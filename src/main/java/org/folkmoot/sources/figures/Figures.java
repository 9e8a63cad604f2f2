package org.folkmoot.sources.figures;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.folkmoot.sources.Statistic;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What platforms count of themselves, by day. They count anew: what comes later holds.
@Repository
@Transactional
public class Figures {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int BATCH = 1_000;

    private final JdbcClient db;

    Figures(JdbcClient db) {
        this.db = db;
    }

    /// All of one name that a source counted on a day.
    public record Total(String name, LocalDate day, BigDecimal value) {}

    /// One figure.
    ///
    /// @param hash of what it is counted of, by which they are told apart
    record One(String hash, LocalDate day, String name, Map<String, String> of, BigDecimal value) {}

    /// Which figures, the latest first.
    ///
    /// @param name empty for all names
    /// @param after the last of those before; null at first
    record Asked(LocalDate from, LocalDate to, String name, After after) {}

    /// A place in the row of figures; an empty hash lies before all of its day.
    record After(LocalDate day, String name, String hash) {

        static final After NONE = new After(LocalDate.of(9999, 12, 31), "", "");
    }

    public void keep(long source, Collection<Statistic> told) {
        var last = new LinkedHashMap<List<Object>, Row>();
        for (var one : told) {
            last.put(
                    List.of(one.day(), one.name(), one.of()),
                    new Row(
                            one.day().toString(),
                            one.name(),
                            new TreeMap<>(one.of()),
                            one.value()));
        }
        var rows = List.copyOf(last.values());
        for (int from = 0; from < rows.size(); from += BATCH) {
            insert(source, rows.subList(from, Math.min(rows.size(), from + BATCH)));
        }
    }

    private record Row(String day, String name, Map<String, String> of, BigDecimal value) {}

    private void insert(long source, List<Row> rows) {
        db.sql(
                        """
                        insert into sources.figure (community_id, source_id, day, name, of_hash, of, value)
                        select folkmoot.community(), :source, day, name, sha256(convert_to(of::text, 'UTF8')), of, value
                        from jsonb_to_recordset(:rows::jsonb) as told (day date, name text, of jsonb, value numeric)
                        on conflict (community_id, source_id, day, name, of_hash) do update set value = excluded.value
                            where figure.value <> excluded.value
                        """)
                .param("source", source)
                .param("rows", JSON.writeValueAsString(rows))
                .update();
    }

    /// By name and day.
    public List<Total> totals(long source, LocalDate from) {
        return db.sql(
                        """
                        select name, day, sum(value) as value from sources.figure
                        where community_id = folkmoot.community() and source_id = :source and day >= :from
                        group by name, day order by name, day
                        """)
                .param("source", source)
                .param("from", from)
                .query(
                        (row, _) ->
                                new Total(
                                        row.getString("name"),
                                        row.getObject("day", LocalDate.class),
                                        row.getBigDecimal("value")))
                .list();
    }

    List<One> page(long source, Asked asked, int limit) {
        return chosen(source, asked).param("limit", limit).query(Figures::one).list();
    }

    /// All of them, one after another, however many there are.
    void each(long source, Asked asked, Consumer<One> taker) {
        for (var at = asked; ; ) {
            var page = page(source, at, BATCH);
            page.forEach(taker);
            if (page.size() < BATCH) {
                return;
            }
            var last = page.getLast();
            at =
                    new Asked(
                            at.from(),
                            at.to(),
                            at.name(),
                            new After(last.day(), last.name(), last.hash()));
        }
    }

    private JdbcClient.StatementSpec chosen(long source, Asked asked) {
        return db.sql(
                        """
                        select day, name, encode(of_hash, 'hex') as hash, of, value from sources.figure
                        where community_id = folkmoot.community() and source_id = :source
                            and day between :from and :to and (:name = '' or name = :name)
                            and (day < :day or (day = :day and (name, of_hash) > (:after, decode(:hash, 'hex'))))
                        order by day desc, name, of_hash limit :limit
                        """)
                .param("source", source)
                .param("from", asked.from())
                .param("to", asked.to())
                .param("name", asked.name())
                .param("day", asked.after().day())
                .param("after", asked.after().name())
                .param("hash", asked.after().hash());
    }

    private static One one(ResultSet row, int number) throws SQLException {
        return new One(
                row.getString("hash"),
                row.getObject("day", LocalDate.class),
                row.getString("name"),
                JSON.readValue(
                        row.getString("of"), new TypeReference<TreeMap<String, String>>() {}),
                row.getBigDecimal("value"));
    }
}
