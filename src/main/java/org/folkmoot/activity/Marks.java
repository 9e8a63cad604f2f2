package org.folkmoot.activity;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.folkmoot.store.CopyIn;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What was said later of things in the ledger: deleted, restored, accepted, pinned, edited.
record Marks(List<Page.Mark> marks, List<Page.Edit> edits) {

    private record Line(Page.@Nullable Mark mark, Page.@Nullable Edit edit) {}

    private static Marks of(List<Line> lines) {
        return new Marks(
                lines.stream().map(Line::mark).filter(java.util.Objects::nonNull).toList(),
                lines.stream().map(Line::edit).filter(java.util.Objects::nonNull).toList());
    }

    /// All marks ever told. They only add up; of one that was told with several times the latest
    /// stays.
    @Repository
    @Transactional(propagation = Propagation.MANDATORY)
    static class Kept {

        private static final String EDITED = "edited";

        private final JdbcClient db;
        private final DataSource source;

        Kept(JdbcClient db, DataSource source) {
            this.db = db;
            this.source = source;
        }

        /// @return those that were not known
        Marks keep(List<Page.Mark> marks, List<Page.Edit> edits) {
            if (marks.isEmpty() && edits.isEmpty()) {
                return new Marks(List.of(), List.of());
            }
            var rows = new CopyIn();
            for (var m : marks) {
                rows.row(m.source(), m.externalId(), m.what().key(), 0, m.by(), m.at(), null);
            }
            for (var e : edits) {
                var digest = Digest.of(e.text(), e.at());
                rows.row(e.source(), e.externalId(), EDITED, digest, null, e.at(), e.text());
            }
            db.sql(
                            """
                            create temporary table marked (source_id integer, external_id text, what text, digest bigint,
                                by text, at timestamptz, text text) on commit drop
                            """)
                    .update();
            rows.into(source, "marked");
            var fresh =
                    db.sql(
                                    """
                                    insert into activity.mark (community_id, source_id, external_id, what, digest, by, at, text)
                                    select distinct on (source_id, external_id, what, digest)
                                        folkmoot.community(), source_id, external_id, what, digest, by, at, text from marked
                                    order by source_id, external_id, what, digest, at desc nulls last, by desc nulls last
                                    on conflict (community_id, source_id, external_id, what, digest) do update
                                        set at = excluded.at, by = excluded.by
                                        where (coalesce(excluded.at, '-infinity'), coalesce(excluded.by, ''))
                                            > (coalesce(mark.at, '-infinity'), coalesce(mark.by, ''))
                                    returning source_id, external_id, what, by, at, text
                                    """)
                            .query(Kept::read)
                            .list();
            db.sql("drop table marked").update();
            return Marks.of(fresh);
        }

        /// The marks of these rows. Most ledgers have few, so these are asked first what they mark.
        Marks of(Collection<Row.Key> keys) {
            var marked =
                    LedgerRows.among(
                            db,
                            """
                            select source_id, external_id from activity.mark
                            where community_id = folkmoot.community() limit :few
                            """,
                            keys);
            return marked.isEmpty() ? Marks.of(List.of()) : told(marked);
        }

        private Marks told(Collection<Row.Key> keys) {
            return Marks.of(
                    db.sql(
                                    """
                                    select m.source_id, m.external_id, m.what, m.by, m.at, m.text
                                    from unnest(:sources::integer[], :ids::text[]) k(source_id, external_id)
                                    join activity.mark m on m.community_id = folkmoot.community()
                                        and m.source_id = k.source_id and m.external_id = k.external_id
                                    """)
                            .param(
                                    "sources",
                                    keys.stream().map(Row.Key::source).toArray(Integer[]::new))
                            .param("ids", CopyIn.array(keys.stream().map(Row.Key::id).toList()))
                            .query(Kept::read)
                            .list());
        }

        private static Line read(java.sql.ResultSet row, int number) throws java.sql.SQLException {
            var time = row.getObject(5, OffsetDateTime.class);
            var at = time == null ? null : time.toInstant();
            if (row.getString(3).equals(EDITED)) {
                return new Line(
                        null,
                        new Page.Edit(
                                row.getInt(1),
                                row.getString(2),
                                row.getString(6),
                                java.util.Objects.requireNonNull(at)));
            }
            var what = Page.Mark.What.valueOf(row.getString(3).toUpperCase(Locale.ROOT));
            return new Line(
                    new Page.Mark(row.getInt(1), row.getString(2), what, row.getString(4), at),
                    null);
        }
    }
}
