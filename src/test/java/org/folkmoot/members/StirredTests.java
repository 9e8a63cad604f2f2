package org.folkmoot.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Who changed is told by triggers; their plan is made once a session.
@HouseTest
@NullUnmarked
class StirredTests {

    private static final int MANY = 8_000;

    /// Compared each with each it would be half a minute.
    private static final Duration LONG = Duration.ofSeconds(10);

    @Autowired Town town;
    @Autowired JdbcClient db;
    @Autowired PlatformTransactionManager transactions;

    @Test
    void manyWhoChangeAtOnceAreToldQuicklyAlsoAfterOneDid() {
        var told =
                town.in(
                        town.found(),
                        () ->
                                new TransactionTemplate(transactions)
                                        .execute(
                                                _ -> {
                                                    come();
                                                    change("m.name = 'p1'");
                                                    var begun = System.nanoTime();
                                                    change("true");
                                                    assertThat(
                                                                    Duration.ofNanos(
                                                                            System.nanoTime()
                                                                                    - begun))
                                                            .isLessThan(LONG);
                                                    return told();
                                                }));
        assertThat(told).isEqualTo(MANY);
    }

    private int told() {
        return db.sql(
                        """
                        select count(distinct m) from members.stirred s, unnest(s.members) m
                        where s.community_id = folkmoot.community()
                        """)
                .query(Integer.class)
                .single();
    }

    private void come() {
        db.sql(
                        """
                        insert into members.member (community_id, id, name)
                        select folkmoot.community(), nextval('members.member_id'), 'p' || n from generate_series(1, :many) n
                        """)
                .param("many", MANY)
                .update();
        db.sql(
                        """
                        insert into members.identity (community_id, source, platform, external_id, member_id)
                        select folkmoot.community(), 'slack:T1', 'slack', name, id from members.member where community_id = folkmoot.community()
                        """)
                .update();
        db.sql("delete from members.stirred where community_id = folkmoot.community()").update();
        db.sql("select members.look_again()").query((row, n) -> n).list(); // as after an import
    }

    private void change(String whom) {
        for (var table : new String[] {"member", "identity"}) {
            db.sql(
                            """
                            update members.%s t set left_at = now(), first_seen = now() from members.member m
                            where t.community_id = folkmoot.community() and m.community_id = t.community_id
                                and t.%s = m.id and %s
                            """
                                    .formatted(
                                            table,
                                            table.equals("member") ? "id" : "member_id",
                                            whom))
                    .update();
        }
    }
}
