package org.folkmoot.activity;

import java.util.List;
import org.folkmoot.members.Fades;
import org.folkmoot.members.Fading;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Texts that a community does not want to keep for ever. Each row keeps what tells its version
/// apart, so the same export does not bring them back.
@Configuration(proxyBeanMethods = false)
class FadingTexts {

    @Bean
    Fading fadingTexts(
            JdbcClient db, LedgerRows rows, @Qualifier("fadingVersions") Fading versions) {
        return new Fades(
                db,
                "texts",
                "Texts of messages",
                "By when it was said. What was done, when and by whom stays and counts.",
                "left(coalesce(a.title, a.text, ''), 120)",
                """
                from activity.activity a where a.community_id = folkmoot.community() and a.at < :than
                    and (a.text is not null or a.title is not null or a.files <> '{}')
                """,
                (all, than, most) -> {
                    rows.oneWriterAtATime();
                    var ids = all.some("a.id", than, most).toArray(Long[]::new);
                    forget(db, ids);
                    return ids.length + versions.take(than, most);
                });
    }

    private static void forget(JdbcClient db, Long[] ids) {
        for (var sql :
                List.of(
                        "delete from activity.words where community_id = folkmoot.community() and activity_id = any(:ids)",
                        """
                        update activity.mark m set text = null from activity.activity a
                        where a.community_id = folkmoot.community() and a.id = any(:ids) and m.community_id = a.community_id
                            and m.source_id = a.source_id and m.external_id = a.external_id and m.what = 'edited'
                        """,
                        """
                        update activity.activity set title = null, text = null, files = '{}'
                        where community_id = folkmoot.community() and id = any(:ids)
                        """,
                        """
                        insert into activity.unread (community_id, activity_id)
                        select folkmoot.community(), id from unnest(:ids::bigint[]) id order by id on conflict do nothing
                        """)) {
            db.sql(sql).param("ids", ids).update();
        }
    }

    /// That there was an earlier text stays, so that an export does not bring it back.
    @Bean
    Fading fadingVersions(JdbcClient db) {
        return new Fades(
                db,
                "versions",
                "Earlier texts of what was edited",
                "By when the message was written. The text as it is now stays.",
                "left(coalesce(v.title, v.text, ''), 120)",
                """
                from activity.version v join activity.activity a on a.community_id = v.community_id and a.id = v.activity_id
                where v.community_id = folkmoot.community() and (v.text is not null or v.title is not null) and a.at < :than
                """,
                Fades.Taking.by(
                        """
                        update activity.version w set title = null, text = null
                        where w.community_id = folkmoot.community() and (w.activity_id, w.digest) in (
                            select v.activity_id, v.digest %s limit :most)
                        """));
    }
}
