package org.folkmoot.privacy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Fading;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How long what is kept, and what went because of it. No rule: it is kept.
@Repository
@Transactional
class Rules {

    static final int LONGEST = 36_500;

    private final JdbcClient db;
    private final List<Fading> kinds;
    private final Trail trail;
    private final Clock clock;

    Rules(JdbcClient db, List<Fading> kinds, Trail trail, Clock clock) {
        this.db = db;
        this.kinds = kinds;
        this.trail = trail;
        this.clock = clock;
    }

    /// Something that can be kept for only so long.
    record Kind(String key, String title, String words) {}

    /// One run of one rule.
    record Sweep(String title, int days, long went, Instant at) {}

    @Transactional(readOnly = true)
    List<Kind> kinds() {
        return kinds.stream()
                .map(kind -> new Kind(kind.key(), kind.title(), kind.words()))
                .sorted(Comparator.comparing(Kind::title))
                .toList();
    }

    private Fading fading(Kind wanted) {
        return kinds.stream()
                .filter(kind -> kind.key().equals(wanted.key()))
                .findFirst()
                .orElseThrow();
    }

    /// Days by kind.
    @Transactional(readOnly = true)
    Map<String, Integer> all() {
        var days = new HashMap<String, Integer>();
        db.sql("select kind, days from privacy.rule where community_id = folkmoot.community()")
                .query((row, _) -> days.put(row.getString(1), row.getInt(2)))
                .list();
        return days;
    }

    /// Sets a rule, or takes it away.
    ///
    /// @param days null: kept
    void set(String kind, @Nullable Integer days) {
        if (Objects.equals(all().get(kind), days)) {
            return;
        }
        db.sql(
                        "delete from privacy.rule where community_id = folkmoot.community() and kind = :kind")
                .param("kind", kind)
                .update();
        if (days != null) {
            db.sql(
                            "insert into privacy.rule (community_id, kind, days, by) values (folkmoot.community(), :kind, :days, :by)")
                    .param("kind", kind)
                    .param("days", days)
                    .param("by", Trail.who())
                    .update();
        }
        trail.record(
                "retention changed", "kind", kind, Map.of("days", days == null ? "kept" : days));
    }

    /// What somebody typed as days; null for nothing.
    static @Nullable Integer days(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            var days = Integer.parseInt(typed.strip());
            if (days >= 1 && days <= LONGEST) {
                return days;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Refusal.Unusable(
                "“%s” is no number of days from 1 to 36,500. Leave it empty to keep everything."
                        .formatted(typed.strip()));
    }

    Instant than(int days) {
        return clock.instant().minus(Duration.ofDays(days));
    }

    /// How much is older, in a transaction of its own.
    @Transactional(readOnly = true)
    long older(Kind kind, int days) {
        return fading(kind).older(than(days));
    }

    @Transactional(readOnly = true)
    List<String> some(Kind kind, int days, int most) {
        return fading(kind).some(than(days), most);
    }

    long take(Kind kind, int days, int most) {
        return fading(kind).take(than(days), most);
    }

    void swept(Kind kind, int days, long went) {
        db.sql(
                        """
                        insert into privacy.sweep (community_id, kind, days, went, at)
                        values (folkmoot.community(), :kind, :days, :went, :now)
                        """)
                .param("kind", kind.key())
                .param("days", days)
                .param("went", went)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (went > 0) {
            trail.record(
                    "retention carried out",
                    "retention",
                    "kind",
                    kind.key(),
                    Map.of("days", days, "went", went));
        }
    }

    /// Whether this kind was looked through since then.
    @Transactional(readOnly = true)
    boolean sweptSince(String kind, Instant since) {
        return db.sql(
                        "select exists (select from privacy.sweep where community_id = folkmoot.community() and kind = :kind and at > :since)")
                .param("kind", kind)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    @Transactional(readOnly = true)
    List<Sweep> sweeps(int most) {
        var titles = new HashMap<String, String>();
        kinds.forEach(kind -> titles.put(kind.key(), kind.title()));
        return db.sql(
                        """
                        select kind, days, went, at from privacy.sweep
                        where community_id = folkmoot.community() and went > 0 order by id desc limit :most
                        """)
                .param("most", most)
                .query(
                        (row, _) ->
                                new Sweep(
                                        titles.getOrDefault(row.getString(1), row.getString(1)),
                                        row.getInt(2),
                                        row.getLong(3),
                                        row.getTimestamp(4).toInstant()))
                .list();
    }
}
