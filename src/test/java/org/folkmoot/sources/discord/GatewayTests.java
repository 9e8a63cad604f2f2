package org.folkmoot.sources.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.community.Community;
import org.folkmoot.sources.Harness;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Streaming.Ended;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.pulls.Puller;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.node.ObjectNode;

/// What Discord's gateway tells, from the first word to the ledger.
@HouseTest
class GatewayTests {

    @Autowired Town town;
    @Autowired Harness harness;
    @Autowired Sources sources;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private final Server server = new Server();
    private final Vendor vendor = new Vendor(server::answer);
    private final Harness.Hands hands = new Harness.Hands();
    private final Gate gate = gate();
    private final AtomicBoolean stop = new AtomicBoolean();
    private final List<CompletableFuture<?>> running = new ArrayList<>();
    private Community here;
    private Source source;

    private static Gate gate() {
        try {
            return new Gate();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void connect() {
        server.gateway = gate.url();
        server.threads.add(Server.thread(6, Server.HELP, "Display shows E42", ""));
        here = town.found();
        source =
                town.in(
                        here,
                        () ->
                                harness.joining(hands)
                                        .add(
                                                "discord",
                                                "",
                                                Map.of("base-url", vendor.url(), "guild", "4"),
                                                Map.of("token", "s3cret-of-Ada")));
    }

    @AfterEach
    void close() throws Exception {
        stop.set(true);
        for (var one : running) {
            one.get(20, TimeUnit.SECONDS);
        }
        gate.stop(1000);
        vendor.close();
    }

    private CompletableFuture<Ended> listen() {
        var ended = new CompletableFuture<Ended>();
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                ended.complete(
                                        within(
                                                () ->
                                                        harness.listen(
                                                                hands, source.id(), stop::get)));
                            } catch (Exception e) {
                                ended.completeExceptionally(e);
                            }
                        });
        running.add(ended);
        return ended;
    }

    private void begin() {
        assertThat(listen()).isNotCancelled();
    }

    private <T> T within(Callable<T> work) {
        return town.in(here, work);
    }

    private static Ended end(CompletableFuture<Ended> one) throws Exception {
        return one.get(20, TimeUnit.SECONDS);
    }

    private Map<String, Object> of(ObjectNode message) {
        var all = new LinkedHashMap<String, Object>();
        message.properties().forEach(p -> all.put(p.getKey(), p.getValue()));
        all.put("guild_id", "4");
        return all;
    }

    private List<String> rows(String sql) {
        return within(() -> transaction.execute(_ -> db.sql(sql).query(String.class).list()));
    }

    /// By what was kept so far, in the order in which it came.
    private List<String> ledger(int calls) throws InterruptedException {
        for (int n = 0; rows(KEPT).size() < calls; n++) {
            assertThat(n).as("calls kept: %s", rows(KEPT)).isLessThan(200);
            Thread.sleep(50);
        }
        within(
                () -> {
                    harness.understand(hands, source.id());
                    return "";
                });
        assertThat(
                        rows(
                                "select problem from sources.call where problem is not null and community_id = folkmoot.community()"))
                .isEmpty();
        return rows(
                """
                select external_id || case when deleted_at is null then '' else ' deleted' end || coalesce(' ' || text, '')
                from activity.activity where community_id = folkmoot.community() order by external_id
                """);
    }

    private static final String KEPT =
            "select delivery from sources.call where community_id = folkmoot.community() order by id";

    @Test
    void whatHappensIsInTheLedgerAndAPullAddsNothing() throws Exception {
        begin();
        var identify = gate.hear(2);
        assertThat(identify.path("token").asString()).isEqualTo("s3cret-of-Ada");
        assertThat(identify.path("intents").asInt()).isEqualTo(0b1_1000_0110_0000_0111);
        assertThat(gate.asked).containsExactly("/?v=10&encoding=json");
        gate.ready(1, "s1");
        gate.tell(
                2, "MESSAGE_CREATE", of(server.say(1, Server.GENERAL, "1", "Hello <@&77> <#502>")));
        gate.tell(3, "MESSAGE_CREATE", of(server.say(2, Server.GENERAL, "2", "How?")));
        gate.tell(4, "MESSAGE_CREATE", of(server.say(3, Server.GENERAL, "1", "Not so")));
        var edited =
                server.said(2)
                        .put("content", "How, please?")
                        .put("edited_timestamp", "2025-03-03T10:00:00.000000+00:00");
        gate.tell(5, "MESSAGE_UPDATE", of(edited));
        server.messages.remove(Server.id(3));
        gate.tell(
                6,
                "MESSAGE_DELETE",
                Map.of("id", Server.id(3), "channel_id", Server.GENERAL, "guild_id", "4"));
        server.react(2, "👍", "1");
        gate.tell(7, "MESSAGE_REACTION_ADD", reaction("1"));
        gate.tell(8, "MESSAGE_REACTION_ADD", reaction("2"));
        gate.tell(9, "MESSAGE_REACTION_REMOVE", reaction("2"));
        gate.tell(10, "MESSAGE_CREATE", of(server.say(6, Server.id(6), "1", "E42?")));
        gate.tell(
                11,
                "MESSAGE_CREATE",
                Map.of("id", Server.id(9), "channel_id", "9", "content", "Psst"));
        gate.tell(12, "TYPING_START", Map.of("guild_id", "4"));
        var all = ledger(9);
        assertThat(all)
                .containsExactly(
                        Server.id(1) + " Hello @Weaver #help",
                        Server.id(2) + " How, please?",
                        Server.id(2) + "/reaction/👍/1 👍",
                        Server.id(2) + "/reaction/👍/2 deleted 👍",
                        Server.id(3) + " deleted Not so",
                        Server.id(6) + " E42?");
        pull();
        assertThat(ledger(9)).isEqualTo(all);
        stop.set(true);
        assertThat(gate.closed.poll(20, TimeUnit.SECONDS)).isEqualTo(4000);
    }

    private void pull() {
        server.page = 100;
        for (int n = 0; n < 100; n++) {
            if (within(() -> harness.puller(hands).step(source.id())) == Puller.Ended.DONE) {
                return;
            }
        }
        throw new AssertionError("It does not end");
    }

    private static Map<String, Object> reaction(String who) {
        return Map.of(
                "message_id",
                Server.id(2),
                "channel_id",
                Server.GENERAL,
                "guild_id",
                "4",
                "user_id",
                who,
                "member",
                Map.of("user", Server.user(who, "user" + who)),
                "emoji",
                Map.of("name", "👍"));
    }

    @Test
    void peopleComeAndGo() throws Exception {
        begin();
        gate.hear(2);
        gate.ready(1, "s1");
        gate.tell(2, "GUILD_MEMBER_ADD", member("8", "zoe"));
        gate.tell(3, "GUILD_MEMBER_ADD", member("9", "eve"));
        gate.tell(
                4, "GUILD_MEMBER_REMOVE", Map.of("guild_id", "4", "user", Server.user("9", "eve")));
        ledger(3);
        assertThat(
                        rows(
                                """
                                select i.external_id || ' ' || (i.left_at is null) from members.identity i
                                where i.community_id = folkmoot.community() and i.external_id in ('8', '9') order by 1
                                """))
                .containsExactly("8 true", "9 false");
    }

    private static Map<String, Object> member(String id, String name) {
        return Map.of(
                "guild_id",
                "4",
                "user",
                Server.user(id, name),
                "roles",
                List.of("77"),
                "joined_at",
                "2025-03-03T08:00:00.000000+00:00");
    }

    @Test
    void afterABreakItGoesOnBehindWhatWasKept() throws Exception {
        var first = listen();
        gate.hear(2);
        gate.ready(1, "s1");
        var hello = of(server.say(1, Server.GENERAL, "1", "Hello"));
        gate.tell(2, "MESSAGE_CREATE", hello);
        ledger(1);
        gate.hangUp(4000);
        assertThat(end(first)).isInstanceOf(Ended.Again.class);
        var second = listen();
        var resume = gate.hear(6);
        assertThat(resume.path("session_id").asString()).isEqualTo("s1");
        assertThat(resume.path("seq").asLong()).isEqualTo(2);
        assertThat(gate.asked).last().isEqualTo("/resume/?v=10&encoding=json");
        gate.tell(2, "MESSAGE_CREATE", hello);
        gate.tell(3, "RESUMED", Map.of());
        gate.tell(4, "MESSAGE_CREATE", of(server.say(2, Server.GENERAL, "2", "Again")));
        assertThat(ledger(2)).hasSize(2);
        gate.say(Map.of("op", 7));
        assertThat(end(second)).isInstanceOf(Ended.Again.class);
        assertThat(gate.closed.poll(20, TimeUnit.SECONDS)).isEqualTo(4000);
        var third = listen();
        assertThat(gate.hear(6).path("seq").asLong()).isEqualTo(4);
        gate.say(Map.of("op", 9, "d", false));
        assertThat(end(third)).isInstanceOf(Ended.Again.class);
        begin();
        assertThat(gate.hear(2).path("token").asString()).isNotEmpty();
    }

    @Test
    void itBeatsAndLeavesWhoDoesNotAnswer() throws Exception {
        gate.interval = 150;
        var one = listen();
        gate.hear(2);
        gate.ready(7, "s1");
        var beats = 1;
        while (gate.hear(1).asLong(0) != 7) {
            assertThat(beats++).isLessThan(4);
        }
        gate.answers = false;
        assertThat(end(one)).isInstanceOf(Ended.Again.class);
        gate.answers = true;
        begin();
        assertThat(gate.hear(6).path("seq").asLong()).isEqualTo(7);
    }

    @Test
    void whatIsNotSwitchedOnIsNotAskedForAgain() throws Exception {
        var asked = new ArrayList<Integer>();
        for (int refusals = 0; refusals < 3; refusals++) {
            var one = listen();
            asked.add(gate.hear(2).path("intents").asInt());
            gate.hangUp(4014);
            assertThat(end(one)).isInstanceOf(Ended.Again.class);
        }
        var told = listen();
        asked.add(gate.hear(2).path("intents").asInt());
        int members = 1 << 1;
        int content = 1 << 15;
        assertThat(asked.stream().map(a -> a & (members | content)))
                .containsExactly(members | content, content, members, 0);
        gate.ready(1, "s1");
        gate.tell(2, "MESSAGE_CREATE", of(server.say(1, Server.GENERAL, "1", "")));
        assertThat(ledger(1)).anyMatch(line -> line.contains(Server.id(1)));
        assertThat(within(() -> sources.get(source.id())).state()).isEqualTo(Source.State.ON);
        gate.hangUp(4009);
        assertThat(end(told)).isInstanceOf(Ended.Again.class);
        begin();
        assertThat(gate.hear(2).path("intents").asInt()).isEqualTo(asked.getFirst());
    }

    @Test
    void whatOnlyAPersonCanMendIsSaidOnce() throws Exception {
        var one = listen();
        gate.hear(2);
        gate.hangUp(4013);
        assertThat(end(one)).isInstanceOf(Ended.Never.class);
        var broken = within(() -> sources.get(source.id()));
        assertThat(broken.state()).isEqualTo(Source.State.BROKEN);
        assertThat(broken.problem()).contains("newer version");
        var wrong = listen();
        gate.hear(2);
        gate.hangUp(4004);
        assertThat(end(wrong).toString()).contains("token");
    }

    @Test
    void oneAtATimeListens() throws Exception {
        begin();
        gate.hear(2);
        assertThat(end(listen())).isInstanceOf(Ended.Again.class);
        assertThat(gate.asked).hasSize(1);
    }

    @Test
    void whoeverHangsUpBeforeLettingInIsAskedMoreSeldom() throws Exception {
        var one = listen();
        gate.hear(2);
        gate.hangUp(1011);
        assertThat(end(one)).isInstanceOf(Ended.Failed.class);
        server.gateway = "wss://gateway.example.org";
        assertThat(end(listen()))
                .isInstanceOfSatisfying(
                        Ended.Failed.class, f -> assertThat(f.why()).contains("gateway-url"));
    }
}
