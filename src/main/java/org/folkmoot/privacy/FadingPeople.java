package org.folkmoot.privacy;

import org.folkmoot.members.Fades;
import org.folkmoot.members.Fading;
import org.folkmoot.members.Forgotten;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// People who left, and who looked at whom, long ago.
@Configuration(proxyBeanMethods = false)
class FadingPeople {

    /// A person is a lot to forget, and each is forgotten whole.
    private static final int AT_ONCE = 20;

    @Bean
    Fading fadingPeople(JdbcClient db, Eraser eraser, Subjects subjects, UnknownKey unknown) {
        return new Fades(
                db,
                "people",
                "People who left",
                "By when they left and were last seen. They are forgotten as if they had asked: counts stay, nothing comes back.",
                "m.name",
                """
                from members.report_member m where m.community_id = folkmoot.community() and m.left_at < :than
                    and coalesce(m.last_seen, m.left_at) < :than and m.back_at is null and m.name <> '%s'
                    and not exists (select from privacy.erasure e where e.community_id = m.community_id
                        and e.put_on = m.member_id)
                """
                        .formatted(Forgotten.NAME),
                (all, than, most) -> {
                    if (unknown.why().isPresent()) {
                        return 0; // nobody can be forgotten yet
                    }
                    var some = all.some("m.member_id", than, Math.min(most, AT_ONCE));
                    some.forEach(member -> eraser.plan(subjects.get(member)));
                    return some.size();
                });
    }

    @Bean
    Fading fadingLooks(JdbcClient db) {
        return new Fades(
                db,
                "looks",
                "Who looked at whom",
                "By the hour of the look.",
                "who || ', ' || way || ', ' || hour::date",
                "from privacy.look where community_id = folkmoot.community() and hour < :than",
                Fades.Taking.by(
                        """
                        delete from privacy.look where (community_id, hour, put_on, way, who) in (
                            select community_id, hour, put_on, way, who %s limit :most)
                        """));
    }
}
