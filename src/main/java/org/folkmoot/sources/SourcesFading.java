package org.folkmoot.sources;

import org.folkmoot.members.Fades;
import org.folkmoot.members.Fading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What came from platforms and could not be used: needed to mend it, and for nothing later.
@Configuration(proxyBeanMethods = false)
class SourcesFading {

    @Bean
    Fading fadingRefusals(JdbcClient db) {
        return new Fades(
                db,
                "unused",
                "Rows from platforms that could not be used",
                "By when they came. How many there were stays.",
                "r.reason",
                "from sources.refused_row r where r.community_id = folkmoot.community() and r.at < :than",
                Fades.Taking.by(
                        """
                        delete from sources.refused_row where community_id = folkmoot.community()
                            and id in (select r.id %s limit :most)
                        """));
    }

    @Bean
    Fading fadingCalls(JdbcClient db) {
        return new Fades(
                db,
                "calls",
                "Calls from platforms that were given up",
                "By when they came.",
                "c.came_at::text || ': ' || coalesce(c.problem, '')",
                "from sources.call c where c.community_id = folkmoot.community() and c.state = 'dead' and c.came_at < :than",
                Fades.Taking.by(
                        """
                        delete from sources.call where community_id = folkmoot.community()
                            and id in (select c.id %s limit :most)
                        """));
    }
}
