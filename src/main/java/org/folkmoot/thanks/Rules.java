package org.folkmoot.thanks;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Which kinds of moments a community wants to see, and from how many on. A change is seen at once:
/// moments are worked out for all kinds, and chosen when they are read.
@Repository
@Transactional
class Rules {

    private static final int MOST = 10_000;

    private final JdbcClient db;
    private final Trail trail;

    Rules(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// @param least 1 where a kind has no numbers
    record Rule(MomentKind kind, boolean shown, int least) {}

    @Transactional(readOnly = true)
    List<Rule> all() {
        Map<MomentKind, Rule> all = new EnumMap<>(MomentKind.class);
        for (var kind : MomentKind.values()) {
            all.put(kind, new Rule(kind, true, kind.usually()));
        }
        db.sql(
                        "select kind, shown, least from thanks.rule where community_id = folkmoot.community()")
                .query(
                        (row, _) -> {
                            var kind = MomentKind.of(row.getString(1));
                            return all.put(kind, new Rule(kind, row.getBoolean(2), row.getInt(3)));
                        })
                .list();
        return List.copyOf(all.values());
    }

    @Transactional(readOnly = true)
    List<Rule> shown() {
        return all().stream().filter(Rule::shown).toList();
    }

    /// @throws Refusal.Unusable for a number below 1
    void set(List<Rule> rules) {
        var before = all();
        var changed = rules.stream().filter(rule -> !before.contains(rule)).toList();
        for (var rule : changed) {
            if (rule.least() < 1 || rule.least() > MOST) {
                throw new Refusal.Unusable(
                        "%s: write a number from 1 to 10,000.".formatted(rule.kind().label()));
            }
        }
        db.sql(
                        """
                        insert into thanks.rule (community_id, kind, shown, least, by)
                        select folkmoot.community(), r.kind, r.shown, r.least, :by
                        from unnest(:kinds::text[], :shown::boolean[], :leasts::integer[]) r(kind, shown, least)
                        on conflict (community_id, kind) do update
                            set shown = excluded.shown, least = excluded.least, by = excluded.by, at = now()
                        """)
                .param("kinds", changed.stream().map(r -> r.kind().key()).toArray(String[]::new))
                .param("shown", changed.stream().map(Rule::shown).toArray(Boolean[]::new))
                .param("leasts", changed.stream().map(Rule::least).toArray(Integer[]::new))
                .param("by", Trail.who())
                .update();
        if (!changed.isEmpty()) {
            trail.record(
                    "moments chosen",
                    "thanks",
                    null,
                    Map.of(
                            "kinds",
                            Arrays.asList(changed.stream().map(r -> r.kind().key()).toArray())));
        }
    }
}
