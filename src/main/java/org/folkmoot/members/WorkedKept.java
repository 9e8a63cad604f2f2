package org.folkmoot.members;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Where accounts said that their owner works, for an export and for herself.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class WorkedKept implements PersonalData, PeopleArchive.AlsoKnown {

    private final JdbcClient db;

    WorkedKept(JdbcClient db) {
        this.db = db;
    }

    /// One line for each name that an account gave other than the one its profile has now.
    @Override
    public void lines(Consumer<Map<String, Object>> line) {
        db.sql(
                        """
                        select i.source, i.external_id, w.organisation, w.first_at, w.last_at
                        from members.worked w
                        join members.identity i on i.community_id = w.community_id and i.id = w.identity_id
                        where w.community_id = folkmoot.community()
                            and (w.organisation <> left(trim(coalesce(i.profile->'organisation'->>'v', '')), 300)
                                or w.first_at is distinct from w.last_at)
                        order by w.identity_id, w.organisation
                        """)
                .withFetchSize(1000)
                .query(
                        row -> {
                            var worked = new LinkedHashMap<String, Object>();
                            worked.put("type", "worked");
                            worked.putAll(
                                    PeopleArchive.account(row.getString(1), row.getString(2)));
                            worked.put("organisation", row.getString(3));
                            for (int i = 4; i <= 5; i++) {
                                var at = People.instant(row, i);
                                if (at != null) {
                                    worked.put(i == 4 ? "from" : "to", at.toString());
                                }
                            }
                            line.accept(worked);
                        });
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public List<Part> tell(Subject subject) {
        List<Map<String, @Nullable Object>> rows =
                db.sql(
                                """
                                select organisation, min(first_at), max(last_at) from members.worked
                                where community_id = folkmoot.community() and identity_id = any(:ids)
                                group by organisation order by 3 desc nulls last, 1
                                """)
                        .param("ids", subject.identities().toArray(Long[]::new))
                        .query(
                                (row, _) -> {
                                    Map<String, @Nullable Object> told = new LinkedHashMap<>();
                                    told.put("organisation", row.getString(1));
                                    told.put("first told", text(People.instant(row, 2)));
                                    told.put("last told", text(People.instant(row, 3)));
                                    return told;
                                })
                        .list();
        return rows.isEmpty()
                ? List.of()
                : List.of(new Part("Where the accounts said that she works", "worked", rows));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    @Override
    public void forget(Subject subject) {
        db.sql(
                        "delete from members.worked where community_id = folkmoot.community() and identity_id = any(:ids)")
                .param("ids", subject.identities().toArray(Long[]::new))
                .update();
    }
}
