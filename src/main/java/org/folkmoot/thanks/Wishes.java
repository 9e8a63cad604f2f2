package org.folkmoot.thanks;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Trail;
import org.folkmoot.members.LeftAlone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Who wants neither thanks nor gifts. Said of one account it holds for the whole person, so of two
/// who are joined the careful one is heard; parted again, each has what was said of them.
@Repository
@Transactional
class Wishes {

    private final JdbcClient db;
    private final LeftAlone leftAlone;
    private final Trail trail;

    Wishes(JdbcClient db, LeftAlone leftAlone, Trail trail) {
        this.db = db;
        this.leftAlone = leftAlone;
        this.trail = trail;
    }

    /// @param by who said so for her, or "herself"
    record Wish(String by, Instant at, boolean herself) {}

    /// The latest that holds for this person.
    @Transactional(readOnly = true)
    Optional<Wish> of(long member) {
        return db.sql(
                        """
                        select w.by, w.at, w.way = 'link' from thanks.wish w
                        join members.report_home h on h.community_id = w.community_id and h.home = w.put_on
                        where w.community_id = folkmoot.community() and h.member_id = :member
                        order by w.at desc limit 1
                        """)
                .param("member", member)
                .query(
                        (row, _) ->
                                new Wish(
                                        row.getString(1),
                                        row.getObject(2, OffsetDateTime.class).toInstant(),
                                        row.getBoolean(3)))
                .optional();
    }

    /// Whether she objected to all use of her data, see [LeftAlone].
    @Transactional(readOnly = true)
    boolean alone(long member) {
        return db.sql(
                        """
                        select exists (select from members.report_home h where h.community_id = folkmoot.community()
                            and h.member_id = :member and h.home in (%s))
                        """
                                .formatted(leftAlone.homes()))
                .param("member", member)
                .query(Boolean.class)
                .single();
    }

    /// A teammate says it for her.
    void none(long member) {
        put(member, "team", Trail.who());
    }

    /// She says it herself, by the link of a letter.
    void noneByLink(long member) {
        put(member, "link", "themselves");
    }

    private void put(long member, String way, String by) {
        db.sql(
                        """
                        insert into thanks.wish (community_id, put_on, way, by)
                        values (folkmoot.community(), :member, :way, :by) on conflict do nothing
                        """)
                .param("member", member)
                .param("way", way)
                .param("by", by)
                .update();
        trail.record("thanks declined", by, "member", Long.toString(member), Map.of("way", way));
    }

    /// She is glad of thanks again: whatever was said of any of her accounts.
    void gladly(long member, String by) {
        db.sql(
                        """
                        delete from thanks.wish where community_id = folkmoot.community() and put_on in (
                            select h.home from members.report_home h
                            where h.community_id = folkmoot.community() and h.member_id = :member)
                        """)
                .param("member", member)
                .update();
        trail.record("thanks welcome again", by, "member", Long.toString(member), Map.of());
    }
}
