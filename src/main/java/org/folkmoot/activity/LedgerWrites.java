package org.folkmoot.activity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.folkmoot.store.CopyIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Writes the ledger: everything a page brings in a few statements.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class LedgerWrites {

    private final JdbcClient db;
    private final DataSource source;

    LedgerWrites(JdbcClient db, DataSource source) {
        this.db = db;
        this.source = source;
    }

    /// @return how many were not known
    int versions(List<Version> older) {
        if (older.isEmpty()) {
            return 0;
        }
        var rows = new CopyIn();
        for (var v : older) {
            rows.row(v.row().id, v.digest(), v.stored(), v.title(), v.text(), v.edited());
        }
        db.sql(
                        """
                        create temporary table older (id bigint, digest bigint, stored boolean, title text, text text,
                            edited_at timestamptz) on commit drop
                        """)
                .update();
        rows.into(source, "older");
        var added =
                db.sql(
                                """
                                insert into activity.version (community_id, activity_id, digest, title, text, edited_at)
                                select distinct on (o.id, o.digest) folkmoot.community(), o.id, o.digest,
                                    case when o.stored then a.title else o.title end,
                                    case when o.stored then a.text else o.text end,
                                    case when o.stored then a.edited_at else o.edited_at end
                                from older o left join activity.activity a
                                    on o.stored and a.community_id = folkmoot.community() and a.id = o.id
                                order by o.id, o.digest, o.stored desc
                                on conflict do nothing
                                """)
                        .update();
        db.sql("drop table older").update();
        return added;
    }

    void write(Collection<Row> touched) {
        var said = touched.stream().filter(row -> row.content != null).toList();
        var reshaped = touched.stream().filter(row -> row.content == null).toList();
        if (!said.isEmpty()) {
            say(said);
        }
        if (!reshaped.isEmpty()) {
            reshape(reshaped);
        }
    }

    private void say(List<Row> said) {
        db.sql(
                        """
                        create temporary table said (fresh boolean, id bigint, source_id integer, external_id text, told text,
                            kind text, identity_id bigint, place_id bigint, parent_id bigint, thread_id bigint,
                            parent_external text, at timestamptz, inferred boolean, day date, counted boolean, starts boolean,
                            title text, text text, url text, edited_at timestamptz, deleted_at timestamptz, pinned boolean,
                            mentions text[], files text[], facts jsonb, digest bigint) on commit drop
                        """)
                .update();
        CopyIn.into(source, "said", rows -> said.forEach(row -> rows.row(columns(row))));
        db.sql(
                        """
                        insert into activity.activity (community_id, id, source_id, external_id, told, kind, identity_id,
                            place_id, parent_id, thread_id, parent_external, at, inferred, day, counted, starts, title, text,
                            url, edited_at, deleted_at, pinned, mentions, files, facts, digest)
                        select folkmoot.community(), id, source_id, external_id, told, kind, identity_id, place_id, parent_id,
                            thread_id, parent_external, at, inferred, day, counted, starts, title, text, url, edited_at,
                            deleted_at, pinned, mentions, files, facts, digest
                        from said where fresh
                        """)
                .update();
        if (said.stream().anyMatch(row -> !row.fresh)) {
            db.sql(
                            """
                            update activity.activity a set told = s.told, kind = s.kind, identity_id = s.identity_id,
                                place_id = s.place_id, parent_id = s.parent_id, thread_id = s.thread_id,
                                parent_external = s.parent_external, at = s.at, inferred = s.inferred, day = s.day,
                                counted = s.counted, starts = s.starts, title = s.title, text = s.text, url = s.url,
                                edited_at = s.edited_at, deleted_at = s.deleted_at, pinned = s.pinned,
                                mentions = s.mentions, files = s.files, facts = s.facts, digest = s.digest
                            from said s
                            where a.community_id = folkmoot.community() and a.id = s.id and not s.fresh
                            """)
                    .update();
            db.sql(
                            """
                            insert into activity.unread (community_id, activity_id)
                            select folkmoot.community(), id from said where not fresh order by id
                            on conflict (community_id, activity_id) do update set activity_id = excluded.activity_id
                            """)
                    .update();
        }
        db.sql("drop table said").update();
    }

    private static Object[] columns(Row row) {
        var c = java.util.Objects.requireNonNull(row.content);
        return new Object[] {
            row.fresh,
            row.id,
            row.key.source(),
            row.key.id(),
            row.told.key(),
            row.kind.key(),
            row.identity,
            row.place,
            row.parentId,
            row.thread,
            row.parentExternal,
            row.at,
            row.inferred,
            row.day,
            row.counted,
            row.starts,
            c.title(),
            c.text(),
            c.url(),
            row.edited,
            row.deleted,
            row.pinned,
            c.mentions().isEmpty() ? List.of() : new TreeSet<>(c.mentions()),
            c.files(),
            c.facts().isEmpty() ? "{}" : json(c.facts()),
            row.digest
        };
    }

    private static String json(Map<String, String> facts) {
        return JsonMapper.shared().writeValueAsString(new TreeMap<>(facts)).replace("\\u0000", "");
    }

    private void reshape(List<Row> rows) {
        db.sql(
                        """
                        create temporary table shaped (id bigint, kind text, parent_id bigint, thread_id bigint,
                            counted boolean, starts boolean, deleted_at timestamptz, pinned boolean) on commit drop
                        """)
                .update();
        var shapes = new CopyIn();
        for (var row : rows) {
            shapes.row(
                    row.id,
                    row.kind.key(),
                    row.parentId,
                    row.thread,
                    row.counted,
                    row.starts,
                    row.deleted,
                    row.pinned);
        }
        shapes.into(source, "shaped");
        db.sql(
                        """
                        update activity.activity a set kind = s.kind, parent_id = s.parent_id, thread_id = s.thread_id,
                            counted = s.counted, starts = s.starts, deleted_at = s.deleted_at, pinned = s.pinned
                        from shaped s where a.community_id = folkmoot.community() and a.id = s.id
                        """)
                .update();
        db.sql("drop table shaped").update();
    }
}
