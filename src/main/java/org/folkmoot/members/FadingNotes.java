package org.folkmoot.members;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Notes about people who are long gone.
@Configuration(proxyBeanMethods = false)
class FadingNotes {

    @Bean
    Fading fadingNotes(JdbcClient db, MemberFacts facts) {
        return new Fades(
                db,
                "notes",
                "Notes about people who are silent",
                "By when they were last seen, and not before the note itself is as old. An import does not bring them back.",
                "m.name || ': ' || left(n.text, 100)",
                """
                from members.note n join members.member m on m.community_id = n.community_id and m.id = n.member_id
                where n.community_id = folkmoot.community() and n.text not like 'md5:%'
                    and n.at < :than and coalesce(m.last_seen, m.first_seen, n.at) < :than
                """,
                (all, than, most) -> {
                    var notes = all.some("n.id", than, most).toArray(Long[]::new);
                    var members =
                            db.sql(
                                            """
                                            update members.note set text = 'md5:' || md5(text), removed_at = coalesce(removed_at, now())
                                            where community_id = folkmoot.community() and id = any(:notes) returning member_id
                                            """)
                                    .param("notes", notes)
                                    .query((row, _) -> row.getLong(1))
                                    .list();
                    facts.derive(
                            db.sql(
                                            """
                                            select id from members.identity where community_id = folkmoot.community() and member_id = any(:members)
                                            """)
                                    .param("members", members.toArray(Long[]::new))
                                    .query((row, _) -> row.getLong(1))
                                    .list());
                    return members.size();
                });
    }
}
