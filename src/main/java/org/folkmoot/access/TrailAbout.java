package org.folkmoot.access;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// What the trail says of certain things, for whoever must tell a person what was done with her
/// data.
@Repository
@Transactional(readOnly = true)
public class TrailAbout {

    private final JdbcClient db;

    TrailAbout(JdbcClient db) {
        this.db = db;
    }

    /// The steps that concern these, oldest first: `at`, `who`, `action`, `detail` (JSON).
    ///
    /// @param subject the kind of thing: "member"
    public List<Map<String, @Nullable Object>> of(String subject, Collection<Long> ids) {
        return db.sql(
                        """
                        select at, who, action, detail::text as detail from access.trail
                        where community_id = folkmoot.community() and subject = :subject and subject_id = any(:ids) order by id
                        """)
                .param("subject", subject)
                .param("ids", ids.stream().map(String::valueOf).toArray(String[]::new))
                .query()
                .listOfRows();
    }
}
