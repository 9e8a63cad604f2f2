package org.folkmoot.connectors;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What a community holds, in words that do not depend on the order in which it came: no ids of
/// ours.
final class State {

    private static final List<String> QUERIES =
            List.of(
                    """
                    select 'activity', s.key, a.external_id, a.told, a.kind, i.source, i.external_id, p.external_id,
                        (select q.external_id from activity.activity q where q.community_id = a.community_id and q.id = a.parent_id),
                        (select q.external_id from activity.activity q where q.community_id = a.community_id and q.id = a.thread_id),
                        a.at, a.day, a.counted, a.starts, a.title, a.text, a.url, a.edited_at, a.deleted_at, a.pinned,
                        a.mentions, a.files, a.facts, a.digest,
                        (select w.words from activity.words w where w.community_id = a.community_id and w.activity_id = a.id)
                    from activity.activity a
                    join activity.source s on s.community_id = a.community_id and s.id = a.source_id
                    left join members.identity i on i.community_id = a.community_id and i.id = a.identity_id
                    left join activity.place p on p.community_id = a.community_id and p.id = a.place_id
                    """,
                    """
                    select 'identity', i.source, i.external_id, i.name, i.handle, i.email, i.role, i.profile, i.joined_at, i.left_at,
                        i.back_at, i.first_seen, i.last_seen, i.activities, m.name, m.role, m.first_seen, m.last_seen,
                        m.left_at, m.back_at, m.activities, m.platforms,
                        (select s.words from members.searched s where s.community_id = m.community_id and s.member_id = m.id)
                    from members.identity i join members.member m on m.community_id = i.community_id and m.id = i.member_id
                    """,
                    """
                    select 'doing', i.external_id, d.kind, d.times, d.last_at from members.doing d
                    join members.identity i on i.community_id = d.community_id and i.id = d.identity_id
                    """,
                    """
                    select 'presence', i.external_id, p.day, p.activities, p.active, p.contributions, p.content
                    from activity.presence p join members.identity i on i.community_id = p.community_id and i.id = p.identity_id
                    """,
                    """
                    select 'place', p.external_id, p.name, p.style, p.topic, p.url, p.as_of from activity.place p
                    """,
                    """
                    select 'version', a.external_id, v.digest, v.title, v.text, v.edited_at from activity.version v
                    join activity.activity a on a.community_id = v.community_id and a.id = v.activity_id
                    """,
                    "select 'tag', m.name, t.name from members.tag t join members.member m on m.community_id = t.community_id and m.id = t.member_id",
                    "select 'note', m.name, n.text from members.note n join members.member m on m.community_id = n.community_id and m.id = n.member_id");

    private State() {}

    /// One line a row, sorted. Call it within the community.
    static List<String> of(JdbcClient db) {
        return QUERIES.stream()
                .flatMap(
                        q ->
                                db
                                        .sql("select x::text from (%s) x".formatted(q))
                                        .query(String.class)
                                        .list()
                                        .stream())
                .sorted()
                .toList();
    }
}
