package org.folkmoot.identity;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.folkmoot.members.PeopleArchive;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What an export tells of those who are two people.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ApartLines implements PeopleArchive.AlsoKnown {

    private final JdbcClient db;

    ApartLines(JdbcClient db) {
        this.db = db;
    }

    /// One line for each pair.
    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        select a.source, a.external_id, b.source, b.external_id from identity.judgement j
                        join members.report_account a on a.community_id = j.community_id and a.identity_id = j.one_identity
                        join members.report_account b on b.community_id = j.community_id and b.identity_id = j.other_identity
                        where j.community_id = folkmoot.community() and j.verdict = 'different'
                        order by j.one_identity, j.other_identity
                        """)
                .withFetchSize(1000)
                .query(
                        row -> {
                            var apart = new LinkedHashMap<String, Object>();
                            apart.put("type", "apart");
                            apart.put(
                                    "one",
                                    PeopleArchive.account(row.getString(1), row.getString(2)));
                            apart.put(
                                    "other",
                                    PeopleArchive.account(row.getString(3), row.getString(4)));
                            line.accept(apart);
                        });
    }
}
