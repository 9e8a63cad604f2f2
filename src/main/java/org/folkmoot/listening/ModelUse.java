package org.folkmoot.listening;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.folkmoot.access.Trail;
import org.folkmoot.kernel.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// How often the model may still be asked today, and who asked it for what.
@Repository
@Transactional
class ModelUse {

    private final JdbcClient db;
    private final Trail trail;
    private final Clock clock;

    ModelUse(JdbcClient db, Trail trail, Clock clock) {
        this.db = db;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    int left(int daily) {
        return Math.max(
                0,
                daily
                        - db.sql(
                                        "select coalesce(sum(requests), 0)::integer from listening.model_use where community_id = folkmoot.community() and day = :day")
                                .param("day", today())
                                .query(Integer.class)
                                .single());
    }

    /// Counts a request before it is made, so that no two pass the limit together.
    ///
    /// @throws Refusal.Unusable when there were too many today
    void begin(int daily, Draft draft, String model, int sent) {
        var made =
                db.sql(
                                """
                                insert into listening.model_use as u (community_id, day, requests, sent, got)
                                select folkmoot.community(), :day, 1, :sent, 0 where :daily > 0
                                on conflict (community_id, day) do update set requests = u.requests + 1, sent = u.sent + excluded.sent
                                    where u.requests < :daily
                                """)
                        .param("day", today())
                        .param("sent", sent)
                        .param("daily", daily)
                        .update();
        if (made == 0) {
            throw new Refusal.Unusable(
                    "The language model was asked %d times today, which is the limit. Try again tomorrow."
                            .formatted(daily));
        }
        trail.record(
                "draft asked of a language model",
                "activity",
                Long.toString(draft.thread()),
                Map.of(
                        "what",
                        draft.what().key(),
                        "model",
                        model,
                        "signs",
                        sent,
                        "posts",
                        draft.posts()));
    }

    void came(int signs) {
        db.sql(
                        "update listening.model_use set got = got + :signs where community_id = folkmoot.community() and day = :day")
                .param("signs", signs)
                .param("day", today())
                .update();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
