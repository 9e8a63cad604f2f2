package org.folkmoot.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.community.Communities;
import org.folkmoot.members.Cover;
import org.folkmoot.members.Forgotten;
import org.folkmoot.members.PersonalData;
import org.folkmoot.members.Told;
import org.folkmoot.store.CopyIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// All that somebody did, as personal data: told row by row; forgotten a few thousand rows at a
/// time. What is counted stays: that something was done, when and where, and what it answers.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Deeds implements PersonalData {

    private static final int FETCHED = 500;
    private static final int AT_ONCE = 2_000;

    private final JdbcClient db;
    private final LedgerRows rows;
    private final Forgotten forgotten;
    private final Communities communities;

    Deeds(JdbcClient db, LedgerRows rows, Forgotten forgotten, Communities communities) {
        this.db = db;
        this.rows = rows;
        this.forgotten = forgotten;
        this.communities = communities;
    }

    @Override
    public int order() {
        return 100;
    }

    @Override
    public List<Part> tell(Subject subject) {
        return List.of();
    }

    @Override
    public void tellMuch(Subject subject, Rows out) {
        out.part("Activities", "activities");
        about(
                        """
                        select a.at, s.label, p.name, a.kind, a.title, a.text, a.url, a.edited_at, a.deleted_at, a.files, a.facts::text
                        from activity.activity a join activity.source s on s.community_id = a.community_id and s.id = a.source_id
                        left join activity.place p on p.community_id = a.community_id and p.id = a.place_id
                        where a.community_id = folkmoot.community() and a.identity_id = any(:ids) order by a.at, a.id
                        """,
                        subject)
                .withFetchSize(FETCHED)
                .query(
                        row -> {
                            out.row(activity(row));
                        });
        out.part("Earlier texts", "versions");
        about(
                        """
                        select a.at, v.edited_at, v.title, v.text from activity.activity a
                        join activity.version v on v.community_id = a.community_id and v.activity_id = a.id
                        where a.community_id = folkmoot.community() and a.identity_id = any(:ids) order by a.at, v.digest
                        """,
                        subject)
                .withFetchSize(FETCHED)
                .query(
                        row -> {
                            var version = new LinkedHashMap<String, @Nullable Object>();
                            version.put("of the activity at", row.getTimestamp(1));
                            version.put("said at", row.getTimestamp(2));
                            version.put("title", row.getString(3));
                            version.put("text", row.getString(4));
                            out.row(version);
                        });
    }

    private static Map<String, @Nullable Object> activity(ResultSet row) throws SQLException {
        var told = new LinkedHashMap<String, @Nullable Object>();
        told.put("at", row.getTimestamp(1));
        told.put("source", row.getString(2));
        told.put("place", row.getString(3));
        told.put("what", Kind.of(row.getString(4)).verb());
        told.put("title", row.getString(5));
        told.put("text", row.getString(6));
        told.put("address", row.getString(7));
        told.put("edited", row.getTimestamp(8));
        told.put("deleted", row.getTimestamp(9));
        var files = (String[]) row.getArray(10).getArray();
        told.put("files", files.length == 0 ? null : String.join(", ", files));
        told.put("more", row.getString(11).equals("{}") ? null : row.getString(11));
        return told;
    }

    @Override
    public List<Fate> fates(Subject subject) {
        return about(
                        """
                        select count(*), count(*) filter (where a.text is not null or a.title is not null),
                            (select count(*) from activity.version v join activity.activity w
                                on w.community_id = v.community_id and w.id = v.activity_id
                                where v.community_id = folkmoot.community() and w.identity_id = any(:ids))
                        from activity.activity a where a.community_id = folkmoot.community() and a.identity_id = any(:ids)
                        """,
                        subject)
                .query(
                        (row, _) ->
                                List.of(
                                        new Fate("Texts and titles", row.getLong(2), true, ""),
                                        new Fate("Earlier texts", row.getLong(3), true, ""),
                                        new Fate(
                                                "Activities",
                                                row.getLong(1),
                                                false,
                                                "As counted rows: what kind of thing was done when and where, and what it answers. "
                                                        + "No words, no links, no name.")))
                .single();
    }

    private JdbcClient.StatementSpec about(String sql, Subject subject) {
        return db.sql(sql).param("ids", subject.identities().toArray(Long[]::new));
    }

    /// Texts first, so that a reader never sees a text without knowing whose it is.
    @Override
    public boolean forgetSome(Subject subject) {
        rows.oneWriterAtATime();
        var cover = forgotten.coverForGood();
        return silence(subject, cover) || unname(subject, cover);
    }

    private record Known(long id, int source, String externalId) {}

    private boolean silence(Subject subject, Cover cover) {
        var some =
                about(
                                """
                                select a.id, a.source_id, a.external_id from activity.activity a
                                where a.community_id = folkmoot.community() and a.identity_id = any(:ids)
                                    and not starts_with(a.external_id, 'forgotten~') limit :most
                                """,
                                subject)
                        .param("most", AT_ONCE)
                        .query(
                                (row, _) ->
                                        new Known(row.getLong(1), row.getInt(2), row.getString(3)))
                        .list();
        if (some.isEmpty()) {
            return false;
        }
        for (var sql : Silencing.STATEMENTS) {
            db.sql(sql)
                    .param("ids", some.stream().map(Known::id).toArray(Long[]::new))
                    .param("sources", some.stream().map(Known::source).toArray(Integer[]::new))
                    .param("externals", CopyIn.array(some.stream().map(Known::externalId).toList()))
                    .param(
                            "covers",
                            CopyIn.array(
                                    some.stream()
                                            .map(
                                                    k ->
                                                            cover.of(
                                                                    Forgetting.within(k.source()),
                                                                    k.externalId()))
                                            .toList()))
                    .param("zone", communities.here().zone().getId())
                    .update();
        }
        return true;
    }

    /// Takes the names of her accounts out of what others said to her.
    private boolean unname(Subject subject, Cover cover) {
        for (var account : accounts(subject)) {
            var named =
                    db.sql(
                                    """
                                    select n.id from activity.naming(:source, array[:name], :most) n(id)
                                    """)
                            .param("source", account.source())
                            .param("name", account.key().id())
                            .param("most", AT_ONCE)
                            .query(Long.class)
                            .list();
            if (!named.isEmpty()) {
                for (var sql : Silencing.UNNAMING) {
                    db.sql(sql)
                            .param("ids", named.toArray(Long[]::new))
                            .param("name", account.key().id())
                            .param("cover", cover.of(account.key()).id())
                            .param("zone", communities.here().zone().getId())
                            .update();
                }
                return true;
            }
        }
        return false;
    }

    private record Named(int source, Told.Key key) {}

    private List<Named> accounts(Subject subject) {
        return about(
                        """
                        select s.id, s.key, i.external_id from members.report_account i
                        join activity.source s on s.community_id = i.community_id and s.key = i.source
                        where i.community_id = folkmoot.community() and i.identity_id = any(:ids)
                            and not starts_with(i.external_id, 'forgotten~')
                        """,
                        subject)
                .query(
                        (row, _) ->
                                new Named(
                                        row.getInt(1),
                                        new Told.Key(row.getString(2), row.getString(3))))
                .list();
    }

    @Override
    public void forget(Subject subject) {
        for (var account : accounts(subject)) {
            db.sql(
                            """
                            update activity.mark set by = null
                            where community_id = folkmoot.community() and source_id = :source and by = :name
                            """)
                    .param("source", account.source())
                    .param("name", account.key().id())
                    .update();
        }
    }
}
