package org.folkmoot.listening;

import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What people make of themes: names, pins, what is ignored, and what is one.
@Repository
@Transactional
class ThemeChanges {

    private static final int LONGEST = 100;

    private final JdbcClient db;
    private final Trail trail;

    ThemeChanges(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// @param into what it was joined into; null when it stands alone
    record State(
            String shelf,
            String label,
            @Nullable String name,
            boolean pinned,
            boolean ignored,
            @Nullable Long into) {

        String title() {
            return name == null ? label : name;
        }
    }

    /// @throws Refusal.NotFound when there is none, or no longer
    @Transactional(readOnly = true)
    State get(long id) {
        return db.sql(
                        """
                        select shelf, label, name, pinned, ignored, merged_into from listening.theme
                        where community_id = folkmoot.community() and id = :id
                        """)
                .param("id", id)
                .query(
                        (row, _) ->
                                new State(
                                        row.getString(1),
                                        row.getString(2),
                                        row.getString(3),
                                        row.getBoolean(4),
                                        row.getBoolean(5),
                                        row.getObject(6, Long.class)))
                .optional()
                .orElseThrow(() -> new Refusal.NotFound("This theme"));
    }

    /// @param name empty to go by its words again
    void name(long id, String name) {
        var word = name.replace("\0", "").strip();
        if (word.length() > LONGEST) {
            throw new Refusal.Unusable("Give the theme a name of up to 100 characters.");
        }
        get(id);
        set(id, "name = nullif(:value, '')", word);
        trail.record("theme named", "theme", Long.toString(id), Map.of("name", word));
    }

    void pin(long id, boolean pinned) {
        get(id);
        set(id, "pinned = :value", pinned);
        trail.record(
                pinned ? "theme pinned" : "theme unpinned", "theme", Long.toString(id), Map.of());
    }

    void ignore(long id, boolean ignored) {
        get(id);
        set(id, "ignored = :value", ignored);
        trail.record(
                ignored ? "theme ignored" : "theme no longer ignored",
                "theme",
                Long.toString(id),
                Map.of());
    }

    /// Has a theme's posts, and those of what was joined into it, count for another one.
    ///
    /// @throws Refusal.Unusable when it cannot be
    void merge(long id, long into) {
        var one = get(id);
        var other = get(into);
        if (id == into
                || !one.shelf().equals(other.shelf())
                || one.into() != null
                || other.into() != null) {
            throw new Refusal.Unusable("Choose another theme of the same list to join it with.");
        }
        if (parts(id) > 0) {
            throw new Refusal.Unusable(
                    "Others were joined into %s. Part them first, or join the other way round."
                            .formatted(one.title()));
        }
        set(id, "merged_into = :value", into);
        trail.record("themes joined", "theme", Long.toString(id), Map.of("into", into));
    }

    void part(long id) {
        get(id);
        db.sql(
                        "update listening.theme set merged_into = null where community_id = folkmoot.community() and id = :id")
                .param("id", id)
                .update();
        trail.record("themes parted", "theme", Long.toString(id), Map.of());
    }

    /// All of these at once, or nothing; null leaves it as it is.
    ///
    /// @param into 0 to stand alone again
    void all(
            long id,
            @Nullable String name,
            @Nullable Boolean pinned,
            @Nullable Boolean ignored,
            @Nullable Long into) {
        if (name != null) {
            name(id, name);
        }
        if (pinned != null) {
            pin(id, pinned);
        }
        if (ignored != null) {
            ignore(id, ignored);
        }
        if (into != null && into == 0) {
            part(id);
        } else if (into != null) {
            merge(id, into);
        } else {
            get(id);
        }
    }

    private long parts(long id) {
        return db.sql(
                        "select count(*) from listening.theme where community_id = folkmoot.community() and merged_into = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }

    private void set(long id, String what, Object value) {
        db.sql(
                        "update listening.theme set "
                                + what
                                + " where community_id = folkmoot.community() and id = :id")
                .param("id", id)
                .param("value", value)
                .update();
    }
}
