package org.folkmoot.sources.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Harness;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Acting without a page goes through the same outbox.
@HouseTest
class DispatchTests {

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Dispatch dispatch;
    @Autowired Intaking intaking;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final Harness.Hands hands = new Harness.Hands();

    @Test
    void anActIsOnAnActivityAndHeldAndTakenBack() {
        var here = town.found();
        intaking.take(
                here,
                List.of(
                        Deed.of(
                                "github",
                                "ada/moot#1",
                                Kind.ISSUE,
                                "ada",
                                Instant.parse("2025-01-01T00:00:00Z"))));
        var source =
                town.in(
                        here,
                        () ->
                                harness.joining(hands)
                                        .add(
                                                "github",
                                                "",
                                                Map.of("repositories", "ada/moot"),
                                                Map.of("token", "t")));
        long activity =
                town.in(
                        here,
                        () ->
                                transaction.execute(
                                        _ ->
                                                db.sql(
                                                                "select id from activity.activity where community_id = folkmoot.community()")
                                                        .query(Long.class)
                                                        .single()));
        assertThat(town.in(here, () -> dispatch.target(Act.What.REPLY, activity)))
                .isEqualTo("ada/moot#1");
        assertThat(town.in(here, () -> dispatch.target(Act.What.BAN, activity))).isEqualTo("ada");
        assertThatThrownBy(() -> town.in(here, () -> dispatch.target(Act.What.REPLY, 0)))
                .isInstanceOf(Refusal.NotFound.class);
        assertThatThrownBy(() -> Act.What.of("shout")).hasMessageContaining("reply");

        var held =
                town.in(
                        here,
                        () ->
                                dispatch.say(
                                        source.id(),
                                        Said.of(Act.What.of("reply"), "ada/moot#1", "", "Thanks")));
        assertThat(held.state()).isEqualTo(Outgoing.State.HELD);
        assertThat(held.goAt()).isAfter(held.createdAt().plusSeconds(9));
        town.in(
                here,
                () -> {
                    dispatch.takeBack(source.id(), held.id());
                    return true;
                });
        assertThat(town.in(here, () -> dispatch.of(source.id(), 5)))
                .extracting(Outgoing::state)
                .containsExactly(Outgoing.State.TAKEN_BACK);
    }
}
