package org.folkmoot.identity;

import java.util.HashSet;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Learns from what people answered to suggestions, the latest 500 answers, as soon as one is
/// given or taken back. An answer about two people with many accounts counts once.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class Learning {

    private static final int LATEST = 500;

    private static final TypeReference<List<Evidence>> EVIDENCE = new TypeReference<>() {};

    private final JdbcClient db;

    Learning(JdbcClient db) {
        this.db = db;
    }

    void learn() {
        var answers =
                db.sql(
                                """
                                select distinct on (decided_at, decided_by) score, evidence, state = 'merged' from (
                                    select * from identity.suggestion
                                    where community_id = folkmoot.community() and state in ('merged', 'refused')
                                        and decided_by <> all(:machines)
                                    order by decided_at desc limit :latest) s
                                order by decided_at, decided_by, abs(score), one_identity, other_identity
                                """)
                        .param("machines", new String[] {Reuniting.BY, Hearsay.BY})
                        .param("latest", LATEST)
                        .query(
                                (row, _) ->
                                        answer(
                                                row.getDouble(1),
                                                JsonMapper.shared()
                                                        .readValue(row.getString(2), EVIDENCE),
                                                row.getBoolean(3)))
                        .list();
        db.sql(
                        """
                        update identity.tally set lessons = :lessons::jsonb where community_id = folkmoot.community()
                        """)
                .param("lessons", JsonMapper.shared().writeValueAsString(Lessons.of(answers)))
                .update();
    }

    private static Lessons.Answer answer(double score, List<Evidence> evidence, boolean yes) {
        var keys = new HashSet<String>();
        var learnt = 0.0;
        for (var e : evidence) {
            keys.add(e.key());
            learnt += e.key().equals(Lessons.KEY) ? e.weight() : 0;
        }
        return new Lessons.Answer(score - learnt, keys, yes);
    }

    Lessons learnt() {
        return db.sql(
                        "select lessons from identity.tally where community_id = folkmoot.community() and lessons is not null")
                .query((row, _) -> JsonMapper.shared().readValue(row.getString(1), Lessons.class))
                .optional()
                .orElse(Lessons.NONE);
    }
}
