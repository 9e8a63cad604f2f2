package org.folkmoot.listening;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Glimpses;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Posts that are nearly the same, by several people or in several places: what was posted twice,
/// and what is posted everywhere.
@Repository
@Transactional(readOnly = true)
class Twins {

    /// Of so many posts, the latest.
    private static final int MOST = 20_000;

    private static final int GROUPS = 50;
    private static final int SHOWN = 4;
    private static final int WORDS = 240;

    private final JdbcClient db;
    private final Glimpses glimpses;
    private final Clock clock;

    Twins(JdbcClient db, Glimpses glimpses, Clock clock) {
        this.db = db;
        this.glimpses = glimpses;
        this.clock = clock;
    }

    /// @param more whether there are more posts than were looked at
    record Found(boolean more, List<Group> groups) {}

    /// @param shown the first of them
    record Group(
            String words,
            int posts,
            int people,
            int places,
            Instant first,
            Instant last,
            List<Shown> shown) {}

    /// @param by null when the source does not say who
    record Shown(
            long activity,
            @Nullable Long member,
            @Nullable String by,
            @Nullable String place,
            Instant at) {}

    private record Post(long id, long gist, long member, long place, Instant at) {}

    private record Text(@Nullable Long member, @Nullable String by, @Nullable String place) {}

    /// Of the last so many days, those of most people first.
    Found of(int days) {
        var posts = posts(clock.instant().minus(Duration.ofDays(days)));
        var groups =
                Likeness.groups(posts.stream().mapToLong(Post::gist).toArray()).stream()
                        .map(group -> group.stream().map(posts::get).toList())
                        .filter(group -> people(group) > 1 || places(group) > 1)
                        .sorted(
                                Comparator.<List<Post>>comparingLong(g -> -people(g))
                                        .thenComparingLong(g -> -g.size())
                                        .thenComparingLong(g -> g.getFirst().id()))
                        .limit(GROUPS)
                        .toList();
        var texts =
                texts(
                        groups.stream()
                                .flatMap(g -> g.stream().limit(SHOWN))
                                .map(Post::id)
                                .toArray(Long[]::new));
        var words = glimpses.of(groups.stream().map(g -> g.getFirst().id()).toList());
        var found = new ArrayList<Group>();
        for (var group : groups) {
            var shown = new ArrayList<Shown>();
            for (var post : group.subList(0, Math.min(SHOWN, group.size()))) {
                var text = texts.get(post.id());
                if (text != null) {
                    shown.add(
                            new Shown(
                                    post.id(), text.member(), text.by(), text.place(), post.at()));
                }
            }
            var first = words.get(group.getFirst().id());
            found.add(
                    new Group(
                            first == null ? "" : first.line(WORDS),
                            group.size(),
                            (int) people(group),
                            (int) places(group),
                            group.getFirst().at(),
                            group.getLast().at(),
                            shown));
        }
        return new Found(posts.size() == MOST, found);
    }

    private static long people(List<Post> group) {
        return group.stream().mapToLong(Post::member).distinct().count();
    }

    private static long places(List<Post> group) {
        return group.stream().mapToLong(Post::place).distinct().count();
    }

    /// Oldest first.
    private List<Post> posts(Instant from) {
        return db.sql(
                        """
                        select a.id, j.gist, coalesce(i.member_id, 0), coalesce(a.place_id, 0), a.at
                        from activity.report_activity a
                        join listening.judged j on j.community_id = folkmoot.community() and j.activity_id = a.id and j.gist is not null
                        left join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                        where a.community_id = folkmoot.community() and a.at >= :from and a.counted and a.kind in %s
                            and i.role is distinct from 'bot'
                        order by a.at desc, a.id desc limit :most
                        """
                                .formatted(Posts.LIST))
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new Post(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getLong(3),
                                        row.getLong(4),
                                        row.getObject(5, OffsetDateTime.class).toInstant()))
                .list()
                .reversed();
    }

    private Map<Long, Text> texts(Long[] ids) {
        var texts = new HashMap<Long, Text>();
        db.sql(
                        """
                        select a.id, i.member_id, m.name, p.name
                        from activity.report_activity a
                        left join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                        left join members.report_member m on m.community_id = folkmoot.community() and m.member_id = i.member_id
                        left join activity.report_place p on p.community_id = folkmoot.community() and p.place_id = a.place_id
                        where a.community_id = folkmoot.community() and a.id = any(:ids)
                        """)
                .param("ids", ids)
                .query(
                        row -> {
                            texts.put(
                                    row.getLong(1),
                                    new Text(
                                            row.getObject(2, Long.class),
                                            row.getString(3),
                                            row.getString(4)));
                        });
        return texts;
    }
}
