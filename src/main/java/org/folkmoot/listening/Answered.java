package org.folkmoot.listening;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.AnsweredBefore;
import org.folkmoot.activity.Glimpses;
import org.folkmoot.language.Alike;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// Conversations that were answered and mean nearly what others ask: found by meaning in memory,
/// then looked up, so that what was deleted or forgotten meanwhile is not told.
@Repository
@Transactional(readOnly = true)
class Answered implements AnsweredBefore {

    /// So many near ones are looked at for whether they were answered.
    private static final int LOOKED_AT = 25;
    private static final int WORDS = 240;

    private static final String SAID =
            "('reply', 'comment', 'answer', 'accepted_answer', 'review', 'message', 'question')";

    private final JdbcClient db;
    private final Glimpses glimpses;
    private final MeaningShelf shelf;

    Answered(JdbcClient db, Glimpses glimpses, MeaningShelf shelf) {
        this.db = db;
        this.glimpses = glimpses;
        this.shelf = shelf;
    }

    @Override
    public Map<Long, List<Earlier>> of(Collection<Long> threads, int most) {
        if (threads.isEmpty()) {
            return Map.of();
        }
        var near = shelf.near(threads, Alike.WORTH_A_LOOK, LOOKED_AT);
        var known =
                look(
                        near.values().stream()
                                .flatMap(List::stream)
                                .map(n -> n.id())
                                .distinct()
                                .toList());
        var found = new LinkedHashMap<Long, List<Earlier>>();
        near.forEach(
                (thread, candidates) -> {
                    var earlier = new ArrayList<Earlier>();
                    for (var one : candidates) {
                        var told = known.get(one.id());
                        if (told != null && earlier.size() < most) {
                            earlier.add(scored(told, one.score()));
                        }
                    }
                    if (!earlier.isEmpty()) {
                        found.put(thread, earlier);
                    }
                });
        return found;
    }

    private static Earlier scored(Earlier told, double score) {
        return new Earlier(
                told.thread(),
                told.words(),
                told.place(),
                told.at(),
                told.replies(),
                told.accepted(),
                Math.min(1, Math.round(score * 1000) / 1000.0),
                score >= Alike.THE_SAME);
    }

    /// Those of them that somebody else answered.
    private Map<Long, Earlier> look(Collection<Long> ids) {
        var known = new HashMap<Long, Earlier>();
        if (ids.isEmpty()) {
            return known;
        }
        var words = glimpses.of(ids);
        db.sql(
                        """
                        select a.id, p.name, a.at, r.replies, r.accepted
                        from activity.report_activity a
                        join listening.meaning m on m.community_id = folkmoot.community() and m.activity_id = a.id
                        left join members.report_identity w on w.community_id = folkmoot.community() and w.identity_id = a.identity_id
                        left join activity.report_place p on p.community_id = folkmoot.community() and p.place_id = a.place_id
                        cross join lateral (
                            select count(*) as replies, coalesce(bool_or(r.kind = 'accepted_answer'), false) as accepted
                            from activity.report_activity r
                            join members.report_identity o on o.community_id = folkmoot.community() and o.identity_id = r.identity_id
                                and o.role in ('member', 'staff')
                            where r.community_id = folkmoot.community() and r.thread_id = a.id and r.thread_id <> r.id and r.counted
                                and r.kind in %s and o.member_id is distinct from w.member_id) r
                        where a.community_id = folkmoot.community() and a.id = any(:ids) and a.counted and r.replies > 0
                            and coalesce(nullif(a.title, ''), a.text) is not null
                        """
                                .formatted(SAID))
                .param("ids", ids.toArray(Long[]::new))
                .query(
                        row -> {
                            var told = words.get(row.getLong(1));
                            if (told != null) {
                                known.put(
                                        row.getLong(1),
                                        new Earlier(
                                                row.getLong(1),
                                                told.line(WORDS),
                                                row.getString(2),
                                                row.getObject(3, OffsetDateTime.class).toInstant(),
                                                row.getLong(4),
                                                row.getBoolean(5),
                                                0,
                                                false));
                            }
                        });
        return known;
    }
}
