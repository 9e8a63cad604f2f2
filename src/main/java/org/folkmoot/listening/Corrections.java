package org.folkmoot.listening;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Trail;
import org.folkmoot.community.Communities;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What people say of posts instead of what was read out of them.
@Repository
@Transactional
class Corrections {

    private final JdbcClient db;
    private final CorrectedPosts posts;
    private final Communities communities;
    private final Judged judged;
    private final Asks asks;
    private final Trail trail;
    private final Clock clock;

    Corrections(
            JdbcClient db,
            CorrectedPosts posts,
            Communities communities,
            Judged judged,
            Asks asks,
            Trail trail,
            Clock clock) {
        this.db = db;
        this.posts = posts;
        this.communities = communities;
        this.judged = judged;
        this.asks = asks;
        this.trail = trail;
        this.clock = clock;
    }

    /// Says exactly this of a post; nothing takes back what was said.
    ///
    /// @return what was said before
    Said say(long id, Said said) {
        var before = posts.one(id).said();
        if (said.equals(before)) {
            return before;
        }
        var asked = !Objects.equals(said.asks(), before.asks());
        if (asked) {
            asks.takeTurn();
        }
        if (said.nothing()) {
            db.sql(
                            "delete from listening.correction where community_id = folkmoot.community() and activity_id = :id")
                    .param("id", id)
                    .update();
        } else {
            db.sql(
                            """
                            insert into listening.correction as c (community_id, activity_id, digest, mood, asks, by, at)
                            select folkmoot.community(), j.activity_id, j.digest, :mood::text, :asks::boolean, :by, :at
                            from listening.judged j where j.community_id = folkmoot.community() and j.activity_id = :id
                            on conflict (community_id, activity_id) do update set digest = excluded.digest, mood = excluded.mood,
                                asks = excluded.asks, by = excluded.by, at = excluded.at
                            """)
                    .param("id", id)
                    .param("mood", said.mood() == null ? null : said.sounds())
                    .param("asks", said.asks())
                    .param("by", Trail.who())
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        }
        var zone = communities.here().zone();
        judged.raise(List.of(posts.one(id).at().atZone(zone).toLocalDate()));
        if (asked) {
            asks.tell(id);
        }
        trail.record(
                said.nothing() ? "post's correction taken back" : "post corrected",
                "activity",
                Long.toString(id),
                Map.of("sounds", said.sounds(), "asks", said.asked()));
        return before;
    }
}
