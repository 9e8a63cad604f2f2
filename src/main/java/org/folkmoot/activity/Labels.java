package org.folkmoot.activity;

import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Words that the team puts on what people did: "to answer in the docs", "for the newsletter".
@Repository
@Transactional
class Labels {

    private final JdbcClient db;
    private final Trail trail;

    Labels(JdbcClient db, Trail trail) {
        this.db = db;
        this.trail = trail;
    }

    /// @throws Refusal.Unusable for no word or one that is too long
    static String word(String typed) {
        var tag = typed.replace("\0", "").strip();
        if (tag.isEmpty() || tag.length() > 100) {
            throw new Refusal.Unusable("Give the tag a name of up to 100 characters.");
        }
        return tag;
    }

    /// @return false when it has the tag already
    /// @throws Refusal.NotFound also for an activity of another community
    boolean put(long activity, String tag) {
        var there =
                db.sql(
                                "select exists (select from activity.activity where community_id = folkmoot.community() and id = :id)")
                        .param("id", activity)
                        .query(Boolean.class)
                        .single();
        if (!there) {
            throw new Refusal.NotFound("This activity");
        }
        var put =
                db.sql(
                                """
                                insert into activity.tag (community_id, activity_id, name, by)
                                values (folkmoot.community(), :id, :tag, :by) on conflict do nothing
                                """)
                        .param("id", activity)
                        .param("tag", tag)
                        .param("by", Trail.who())
                        .update();
        if (put > 0) {
            trail.record(
                    "activity tagged", "activity", Long.toString(activity), Map.of("tag", tag));
        }
        return put > 0;
    }

    boolean take(long activity, String tag) {
        var taken =
                db.sql(
                                """
                                delete from activity.tag
                                where community_id = folkmoot.community() and activity_id = :id and name = :tag
                                """)
                        .param("id", activity)
                        .param("tag", tag)
                        .update();
        if (taken > 0) {
            trail.record(
                    "activity untagged", "activity", Long.toString(activity), Map.of("tag", tag));
        }
        return taken > 0;
    }
}
