package org.folkmoot.activity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.folkmoot.web.Foreign;
import org.jspecify.annotations.Nullable;

/// An activity as lists show it.
///
/// @param source its key: `slack:T1`
/// @param thread the thread it belongs to, itself when it began one
/// @param topic what the thread's first post is called or begins with; null when this is it
/// @param tags what the team put on it
/// @param times how often it was done, where the platform counts without saying who; else 1
/// @param found the text with what was searched for marked; null without search
record Item(
        long id,
        Kind kind,
        Instant at,
        String source,
        String platform,
        Foreign.Markup markup,
        String externalId,
        @Nullable Long identity,
        @Nullable String place,
        @Nullable Long parent,
        long thread,
        @Nullable String title,
        @Nullable String text,
        @Nullable String url,
        @Nullable Instant edited,
        @Nullable Instant deleted,
        List<String> mentions,
        @Nullable String topic,
        long times,
        List<String> tags,
        @Nullable String found) {

    /// A row stands for one, or for as many as its platform counts without saying who.
    static final String TIMES =
            "case when a.facts->>'count' ~ '^[1-9][0-9]{0,8}$' then (a.facts->>'count')::bigint else 1 end";

    static final String COLUMNS =
            """
            a.id, a.kind, a.at, s.key, s.platform, s.markup, a.external_id, a.identity_id, p.name, a.parent_id,
            a.thread_id, a.title, left(a.text, %d), a.url, a.edited_at, a.deleted_at, a.mentions,
            (select coalesce(t.title, left(t.text, 300)) from activity.activity t where t.community_id = a.community_id
                and t.id = a.thread_id and t.id <> a.id and t.deleted_at is null),
            """
                    + TIMES
                    + """
                      , (select coalesce(array_agg(g.name order by lower(g.name), g.name), '{}') from activity.tag g
                          where g.community_id = a.community_id and g.activity_id = a.id)
                      """;

    /// What a row of those columns, joined with source `s` and place `p`, says; `found` from the
    /// 21st.
    static Item read(ResultSet row, boolean searched) throws SQLException {
        var deleted = instant(row, 16);
        return new Item(
                row.getLong(1),
                Kind.of(row.getString(2)),
                Objects.requireNonNull(instant(row, 3)),
                row.getString(4),
                row.getString(5),
                Foreign.Markup.of(row.getString(6)),
                row.getString(7),
                number(row, 8),
                row.getString(9),
                number(row, 10),
                row.getLong(11),
                deleted == null ? row.getString(12) : null,
                deleted == null ? row.getString(13) : null,
                row.getString(14),
                instant(row, 15),
                deleted,
                List.of((String[]) row.getArray(17).getArray()),
                row.getString(18),
                row.getLong(19),
                List.of((String[]) row.getArray(20).getArray()),
                searched && deleted == null ? row.getString(21) : null);
    }

    static @Nullable Long number(ResultSet row, int column) throws SQLException {
        var value = row.getLong(column);
        return row.wasNull() ? null : value;
    }

    static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
