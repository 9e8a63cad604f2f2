package org.folkmoot.members;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Words put on people. Taking one off leaves a trace, so that it can be undone and no import
/// brings it back.
@Repository
@Transactional
class Tags {

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    Tags(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    /// What was done, for the sentence about it and its undoing.
    ///
    /// @param at by which the rows are known again
    record Done(String tag, boolean put, int people, Instant at) {}

    /// @throws Refusal.Unusable for no word or one that is too long
    static String word(String typed) {
        var tag = typed.replace("\0", "").strip();
        if (tag.isEmpty() || tag.length() > 100) {
            throw new Refusal.Unusable("Give the tag a name of up to 100 characters.");
        }
        return tag;
    }

    /// Tags everybody of that condition; who has the tag already keeps it as it is.
    Done put(String tag, PeopleWhere who) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var params = who.params();
        params.put("theTag", tag);
        params.put("by", Trail.who());
        params.put("at", at.atOffset(ZoneOffset.UTC));
        var people =
                db.sql(
                                """
                                insert into members.tag (community_id, put_on, member_id, name, by, at)
                                select folkmoot.community(), who.id, who.id, :theTag, :by, :at from (select m.id from members.member m%s) who
                                where not exists (select from members.tag t where t.community_id = folkmoot.community()
                                    and t.member_id = who.id and t.name = :theTag and t.removed_at is null)
                                on conflict (community_id, put_on, name) do update
                                    set by = excluded.by, at = excluded.at, removed_at = null
                                    where tag.removed_at is not null
                                """
                                        .formatted(who.sql()))
                        .params(params)
                        .update();
        trail.record("people tagged", "tag", tag, Map.of("people", people));
        return new Done(tag, true, people, at);
    }

    Done take(String tag, PeopleWhere who) {
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var params = who.params();
        params.put("theTag", tag);
        params.put("at", at.atOffset(ZoneOffset.UTC));
        var people =
                db.sql(
                                """
                                update members.tag t set removed_at = :at
                                where t.community_id = folkmoot.community() and t.name = :theTag and t.removed_at is null
                                    and t.member_id in (select m.id from members.member m%s)
                                """
                                        .formatted(who.sql()))
                        .params(params)
                        .update();
        trail.record("people untagged", "tag", tag, Map.of("people", people));
        return new Done(tag, false, people, at);
    }

    /// Takes back what was done at that moment, and nothing else.
    int undo(String tag, boolean put, Instant at) {
        var people =
                db.sql(
                                put
                                        ? """
                                          update members.tag set removed_at = now()
                                          where community_id = folkmoot.community() and name = :tag and at = :at
                                              and by = :by and removed_at is null
                                          """
                                        : """
                                          update members.tag set removed_at = null
                                          where community_id = folkmoot.community() and name = :tag and removed_at = :at
                                              and :by <> ''
                                          """)
                        .param("tag", tag)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", Trail.who())
                        .update();
        trail.record("tagging undone", "tag", tag, Map.of("people", people));
        return people;
    }

    @Transactional(readOnly = true)
    List<String> of(long member) {
        return db.sql(
                        """
                        select name from members.tag
                        where community_id = folkmoot.community() and member_id = :member and removed_at is null
                        group by name order by lower(name), name
                        """)
                .param("member", member)
                .query((row, _) -> row.getString("name"))
                .list();
    }
}
