package org.folkmoot.brief;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.folkmoot.language.Jargon;
import org.folkmoot.listening.Posts;
import org.folkmoot.members.LeftAlone;
import org.folkmoot.metrics.Window;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the glossary is found in: the latest posts of a window, without those of people who asked
/// to be left alone, for it quotes.
@Repository
@Transactional(readOnly = true)
class GlossaryRows {

    private static final int MOST = 40_000;

    private final JdbcClient db;
    private final LeftAlone leftAlone;

    GlossaryRows(JdbcClient db, LeftAlone leftAlone) {
        this.db = db;
        this.leftAlone = leftAlone;
    }

    List<Jargon.Post> posts(Window window) {
        return db.sql(
                        """
                        select a.id, i.member_id, coalesce(j.language, '') = 'en', left(%s, 2000)
                        from activity.report_activity a
                        join members.report_identity i on i.community_id = folkmoot.community() and i.identity_id = a.identity_id
                            and i.role in ('member', 'staff')
                        left join listening.report_judged j on j.community_id = folkmoot.community() and j.activity_id = a.id
                        where a.community_id = folkmoot.community() and a.counted and a.kind in %s and a.at >= :from and a.at < :to
                            and %s is not null and i.member_id not in (
                                select h.member_id from members.report_home h
                                where h.community_id = folkmoot.community() and h.home in (%s))
                        order by a.at desc, a.id desc limit :most
                        """
                                .formatted(Posts.TEXT, Posts.LIST, Posts.TEXT, leftAlone.homes()))
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("to", window.to().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query(
                        (row, _) ->
                                new Jargon.Post(
                                        row.getLong(1),
                                        row.getLong(2),
                                        row.getBoolean(3),
                                        row.getString(4)))
                .list();
    }

    /// The words of people's names, in small letters, of those seen since the window began.
    Set<String> names(Window window) {
        var names = new HashSet<String>();
        db.sql(
                        """
                        select name from members.report_member
                        where community_id = folkmoot.community() and last_seen >= :from order by last_seen desc limit :most
                        """)
                .param("from", window.from().atOffset(ZoneOffset.UTC))
                .param("most", MOST)
                .query((row, _) -> row.getString(1))
                .list()
                .forEach(
                        name ->
                                names.addAll(
                                        Arrays.asList(
                                                name.toLowerCase(Locale.ROOT)
                                                        .split("[^\\p{L}\\p{N}]+"))));
        return names;
    }
}
