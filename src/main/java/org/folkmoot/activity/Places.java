package org.folkmoot.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where things happen: sources (one platform each) and the places in them.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
public class Places {

    /// A place as a source tells of it.
    ///
    /// @param asOf when it was called so; null if unknown
    public record Told(
            int source,
            String externalId,
            String name,
            Style style,
            @Nullable String topic,
            @Nullable String url,
            @Nullable Instant asOf) {

        private @Nullable String dated() {
            return asOf == null ? null : asOf.toString();
        }

        Told and(Told other) {
            if (unnamed() || other.unnamed()) {
                return unnamed() ? other : this;
            }
            var newer = sooner(asOf, other.asOf);
            var later = newer ? other : this;
            var earlier = newer ? this : other;
            var alike = !sooner(earlier.asOf, later.asOf);
            return new Told(
                    source,
                    externalId,
                    Objects.requireNonNull(word(later.name, earlier.name, alike)),
                    style == Style.OTHER ? other.style : style,
                    word(later.topic, earlier.topic, alike),
                    word(later.url, earlier.url, alike),
                    later.asOf);
        }

        private boolean unnamed() {
            return style == Style.OTHER && name.equals(externalId);
        }

        private static boolean sooner(@Nullable Instant one, @Nullable Instant other) {
            return other != null && (one == null || one.isBefore(other));
        }

        /// As `activity.later` has it.
        private static @Nullable String word(
                @Nullable String later, @Nullable String earlier, boolean alike) {
            if (later == null || earlier == null) {
                return later == null ? earlier : later;
            }
            return alike && earlier.compareTo(later) > 0 ? earlier : later;
        }

        /// One that something happened in without being told of.
        public static Told only(int source, String externalId) {
            return new Told(source, externalId, externalId, Style.OTHER, null, null, null);
        }
    }

    public record Place(long id, Style style) {}

    public record Key(int source, String id) {}

    private final JdbcClient db;

    Places(JdbcClient db) {
        this.db = db;
    }

    /// @return the source's number in this community
    public int source(String key, String label, Markup markup) {
        var known =
                db.sql(
                                "select id from activity.source where community_id = folkmoot.community() and key = :key")
                        .param("key", key)
                        .query(Integer.class)
                        .optional();
        return known.orElseGet(() -> add(key, label, markup));
    }

    /// What a source is called by now.
    public void rename(String key, String label) {
        if (!label.isBlank()) {
            db.sql(
                            """
                            update activity.source set label = :label
                            where community_id = folkmoot.community() and key = :key and label <> :label
                            """)
                    .param("key", key)
                    .param("label", label)
                    .update();
        }
    }

    private int add(String key, String label, Markup markup) {
        db.sql("select pg_advisory_xact_lock(7263, folkmoot.community())")
                .query((_, _) -> 1)
                .list();
        var colon = key.indexOf(':');
        return db.sql(
                        """
                        insert into activity.source (community_id, id, key, platform, label, markup)
                        select folkmoot.community(), coalesce(max(id), 0) + 1, :key, :platform, :label, :markup
                        from activity.source where community_id = folkmoot.community()
                        on conflict (community_id, key) do update set label = source.label
                        returning id
                        """)
                .param("key", key)
                .param("platform", colon < 0 ? key : key.substring(0, colon))
                .param("label", label)
                .param("markup", markup.key())
                .query(Integer.class)
                .single();
    }

    /// Meets a page of places. What was told as of a later time goes first; what one export calls
    /// otherwise than another, and nobody knows when, ends the same in any order: the name that
    /// sorts last.
    public Map<Key, Place> meet(Collection<Told> told) {
        var byKey = new LinkedHashMap<Key, Told>();
        for (var t : told) {
            byKey.merge(new Key(t.source(), t.externalId()), t, Told::and);
        }
        var found = new HashMap<Key, Place>();
        if (byKey.isEmpty()) {
            return found;
        }
        var all = byKey.values();
        db.sql(
                        """
                        insert into activity.place as p (community_id, source_id, external_id, name, style, topic, url, as_of)
                        select folkmoot.community(), * from unnest(:sources::integer[], :ids::text[], :names::text[],
                            :styles::text[], :topics::text[], :urls::text[], :asOf::timestamptz[])
                        on conflict (community_id, source_id, external_id) do update set
                            name = case when p.name = p.external_id then excluded.name
                                when excluded.name = excluded.external_id then p.name
                                else activity.later(p.name, p.as_of, excluded.name, excluded.as_of) end,
                            style = case when p.style = 'other' then excluded.style else p.style end,
                            topic = activity.later(p.topic, p.as_of, excluded.topic, excluded.as_of),
                            url = activity.later(p.url, p.as_of, excluded.url, excluded.as_of),
                            as_of = greatest(p.as_of, excluded.as_of)
                        returning source_id, external_id, id, style
                        """)
                .param("sources", all.stream().map(Told::source).toArray(Integer[]::new))
                .param("ids", all.stream().map(Told::externalId).toArray(String[]::new))
                .param("names", all.stream().map(t -> clean(t.name())).toArray(String[]::new))
                .param("styles", all.stream().map(t -> t.style().key()).toArray(String[]::new))
                .param("topics", all.stream().map(t -> clean(t.topic())).toArray(String[]::new))
                .param("asOf", all.stream().map(Told::dated).toArray(String[]::new))
                .param("urls", all.stream().map(t -> clean(t.url())).toArray(String[]::new))
                .query(
                        (row, _) ->
                                found.put(
                                        new Key(row.getInt(1), row.getString(2)),
                                        new Place(row.getLong(3), Style.of(row.getString(4)))))
                .list();
        return found;
    }

    private static @Nullable String clean(@Nullable String text) {
        return text == null ? null : text.replace("\0", "");
    }
}
