package org.folkmoot.connectors;

import org.folkmoot.members.Fades;
import org.folkmoot.members.Fading;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of imports that could not be read: needed to mend an export, and for nothing later.
@Configuration(proxyBeanMethods = false)
class FadingRows {

    @Bean
    Fading fadingRows(JdbcClient db) {
        return new Fades(
                db,
                "refused",
                "Rows of imports that could not be read",
                "By when the import ended. How many there were stays.",
                "r.file || ', line ' || r.line || ': ' || r.reason",
                """
                from connectors.refused_row r join connectors.import i on i.community_id = r.community_id and i.id = r.import_id
                where r.community_id = folkmoot.community() and i.ended_at < :than
                """,
                Fades.Taking.by(
                        """
                        delete from connectors.refused_row where community_id = folkmoot.community()
                            and id in (select r.id %s limit :most)
                        """));
    }
}
