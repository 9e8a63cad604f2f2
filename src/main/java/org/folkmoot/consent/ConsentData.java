package org.folkmoot.consent;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.folkmoot.members.PersonalData;
import org.folkmoot.members.Reaching;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What is kept here of a person: what she agreed to, what she was asked.
@Repository
@Transactional
class ConsentData implements PersonalData {

    private final JdbcClient db;
    private final Silenced silenced;
    private final Reaching reaching;

    ConsentData(JdbcClient db, Silenced silenced, Reaching reaching) {
        this.db = db;
        this.silenced = silenced;
        this.reaching = reaching;
    }

    /// Before the accounts, whose addresses lead here.
    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Part> tell(Subject subject) {
        var parts = new ArrayList<Part>();
        add(
                parts,
                "What you agreed to and took back",
                "consents",
                """
                select at, purpose, channel, act, source, version, address, note, by, noted_at from consent.entry
                where community_id = folkmoot.community() and (put_on = any(:homes) or address <> '' and address = any(:addresses))
                order by at, id
                """,
                subject);
        add(
                parts,
                "What you were asked",
                "asks",
                """
                select created_at, purpose, channel, address, subject, text, state, reason, by, ended_at from consent.ask
                where community_id = folkmoot.community() and (put_on = any(:homes) or address <> '' and address = any(:addresses))
                order by created_at, id
                """,
                subject);
        add(
                parts,
                "What you chose on the public page",
                "openings",
                """
                select at, address, array_to_string(purposes, ', ') as purposes, used_at from consent.opening
                where community_id = folkmoot.community() and :homes::bigint[] is not null and address = any(:addresses)
                order by at, id
                """,
                subject);
        return parts;
    }

    private void add(List<Part> parts, String title, String key, String sql, Subject subject) {
        var rows =
                db.sql(sql)
                        .param("homes", subject.homes().toArray(Long[]::new))
                        .param("addresses", addresses(subject).toArray(String[]::new))
                        .query(ConsentData::row)
                        .list();
        if (!rows.isEmpty()) {
            parts.add(new Part(title, key, rows));
        }
    }

    private static Map<String, @Nullable Object> row(ResultSet row, int number)
            throws java.sql.SQLException {
        ResultSetMetaData columns = row.getMetaData();
        var told = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            told.put(
                    columns.getColumnLabel(i),
                    columns.getColumnType(i) == java.sql.Types.INTEGER
                            ? row.getObject(i)
                            : row.getString(i));
        }
        return told;
    }

    /// What was asked when is still counted; to whom and in which words is gone. What waited does
    /// not go any more. That nobody writes to these addresses again stays, under cover.
    @Override
    public void forget(Subject subject) {
        var hers = addresses(subject);
        silenced.add(hers);
        var addresses = hers.toArray(String[]::new);
        for (var sql :
                List.of(
                        """
                        delete from consent.entry
                        where community_id = folkmoot.community()
                            and (put_on = any(:homes) or address <> '' and address = any(:addresses))
                        """,
                        """
                        delete from consent.opening
                        where community_id = folkmoot.community() and :homes::bigint[] is not null and address = any(:addresses)
                        """,
                        """
                        update consent.ask set put_on = null, address = '', subject = '', text = '',
                            reason = '', key = 'forgotten ' || id,
                            state = case when state in ('waiting', 'held', 'failed') then 'cancelled' else state end
                        where community_id = folkmoot.community()
                            and (put_on = any(:homes) or address <> '' and address = any(:addresses))
                        """)) {
            db.sql(sql)
                    .param("homes", subject.homes().toArray(Long[]::new))
                    .param("addresses", addresses)
                    .update();
        }
    }

    /// Those of her accounts, and those under which she is known here.
    private Set<String> addresses(Subject subject) {
        var all = new TreeSet<String>();
        reaching.of(List.of(subject.member())).values().forEach(r -> all.addAll(r.addresses()));
        all.addAll(
                db.sql(
                                """
                                select address from consent.entry
                                where community_id = folkmoot.community() and put_on = any(:homes)
                                union
                                select address from consent.ask
                                where community_id = folkmoot.community() and put_on = any(:homes)
                                """)
                        .param("homes", subject.homes().toArray(Long[]::new))
                        .query(String.class)
                        .list());
        all.remove("");
        return all;
    }
}
