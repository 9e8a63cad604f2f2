package org.folkmoot.sources.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class MatrixConnectorTests extends ConnectorContract {

    private static final String ROOM = "!moot:example.org";
    private static final String V3 = "/_matrix/client/v3";
    private static final long DAY = 1_740_000_000_000L;

    private final List<JsonNode> timeline = new ArrayList<>();
    private final MatrixActs acts = new MatrixActs();

    MatrixConnectorTests() {
        event(1, "m.room.create", "@ada:example.org", "{}");
        event(
                2,
                "m.room.member",
                "@ada:example.org",
                "{\"membership\":\"join\",\"displayname\":\"Ada\"}");
        event(
                3,
                "m.room.message",
                "@ada:example.org",
                "{\"msgtype\":\"m.text\",\"body\":\"How do I rotate keys?\"}");
        event(
                4,
                "m.room.message",
                "@grace:far.example",
                "{\"body\":\"> <@ada:example.org> How?\\n\\nSo\",\"m.relates_to\":{\"m.in_reply_to\":{\"event_id\":\"$3\"}}}");
        event(
                5,
                "m.room.message",
                "@grace:far.example",
                "{\"body\":\"In a thread\",\"m.relates_to\":{\"rel_type\":\"m.thread\",\"event_id\":\"$3\",\"is_falling_back\":true,\"m.in_reply_to\":{\"event_id\":\"$4\"}}}");
        event(
                6,
                "m.reaction",
                "@ada:example.org",
                "{\"m.relates_to\":{\"rel_type\":\"m.annotation\",\"event_id\":\"$4\",\"key\":\"👍\"}}");
        event(7, "m.room.encrypted", "@ada:example.org", "{\"ciphertext\":\"x\"}");
    }

    private void event(int n, String type, String sender, String content) {
        var row = JsonMapper.shared().createObjectNode();
        row.put("event_id", "$" + n).put("type", type).put("sender", sender);
        row.put("origin_server_ts", DAY + n * 60_000L);
        row.set("content", JsonMapper.shared().readTree(content));
        if (type.equals("m.room.member")) {
            row.put("state_key", sender);
        }
        row.putObject("unheard_of");
        timeline.addFirst(row);
    }

    @Override
    protected Connector connector() {
        return new MatrixConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        if (asked.path().equals(V3 + "/account/whoami")) {
            return Vendor.Answer.json(Map.of("user_id", "@folkmoot:example.org"));
        }
        if (asked.path().equals(V3 + "/joined_rooms")) {
            return Vendor.Answer.json(Map.of("joined_rooms", List.of(ROOM, "!other:example.org")));
        }
        if (asked.path().contains("!other")) {
            return Vendor.Answer.of(403, "{\"errcode\":\"M_FORBIDDEN\",\"error\":\"No\"}");
        }
        if (asked.path().endsWith("/state")) {
            return Vendor.Answer.json(
                    List.of(
                            Map.of("type", "m.room.name", "content", Map.of("name", "Moot")),
                            timeline.get(timeline.size() - 2)));
        }
        if (asked.path().endsWith("/messages")) {
            var from =
                    asked.one("from").isEmpty()
                            ? 0
                            : Integer.parseInt(asked.one("from").substring(1));
            var page = new LinkedHashMap<String, Object>();
            page.put("start", "t" + from);
            page.put("chunk", timeline.stream().skip(from).limit(2).toList());
            if (from + 2 < timeline.size()) {
                page.put("end", "t" + (from + 2));
            }
            return Vendor.Answer.json(page);
        }
        if (asked.path().contains("/event/")) {
            return timeline.stream()
                    .filter(e -> asked.path().endsWith("/" + e.path("event_id").asString("")))
                    .findFirst()
                    .map(Vendor.Answer::json)
                    .orElseGet(() -> Vendor.Answer.of(404, "{\"errcode\":\"M_NOT_FOUND\"}"));
        }
        if (asked.path().contains("/send/m.room.message/")) {
            event(50, "m.room.message", "@folkmoot:example.org", asked.body());
        }
        return Vendor.Answer.json(Map.of("event_id", "$50"));
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "{\"errcode\":\"M_LIMIT_EXCEEDED\",\"retry_after_ms\":2345}")
                .with("Retry-After", "2");
    }

    @Override
    protected Instant until() {
        return NOW.plusMillis(2_345);
    }

    @Test
    void allOfItIsReadPageByPage() {
        var all = all("");
        assertThat(ids(all)).containsExactly("$2", "$3", "$4", "$5", "$6", "$7");
        assertThat(deed(all, "$2").kind()).isEqualTo(Kind.JOIN);
        assertThat(deed(all, "$4").parent()).isEqualTo("$3");
        assertThat(deed(all, "$4").text()).isEqualTo("So");
        assertThat(deed(all, "$5").parent()).isEqualTo("$3");
        assertThat(deed(all, "$6").text()).isEqualTo("👍");
        assertThat(deed(all, "$7").facts()).containsEntry("type", "encrypted");
        assertThat(all)
                .filteredOn(f -> f instanceof Person p && p.fields().containsValue("Ada"))
                .isNotEmpty();
        assertThat(all)
                .filteredOn(Found.Place.class::isInstance)
                .extracting(f -> ((Found.Place) f).name())
                .containsExactly("Moot");
    }

    @Test
    void laterRoundsReadWhatIsNewAndWithItChangesAndDeletions() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(vendor().asked()).hasSizeLessThan(5);
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
        event(
                8,
                "m.room.message",
                "@ada:example.org",
                "{\"body\":\"* x\",\"m.new_content\":{\"body\":\"How, then?\"},\"m.relates_to\":{\"rel_type\":\"m.replace\",\"event_id\":\"$3\"}}");
        event(9, "m.room.redaction", "@ada:example.org", "{\"redacts\":\"$6\"}");
        var third = round(second.next()).found();
        assertThat(third)
                .filteredOn(Found.Edit.class::isInstance)
                .extracting(f -> ((Found.Edit) f).id() + ((Found.Edit) f).text())
                .containsExactly("$3How, then?");
        assertThat(third)
                .filteredOn(Found.Mark.class::isInstance)
                .extracting(f -> ((Found.Mark) f).id())
                .containsExactly("$6");
    }

    /// Homeservers hand it on all the same.
    @Test
    void nobodyChangesWhatSomebodyElseSaid() {
        var first = round("");
        for (int n = 8; n <= 10; n++) {
            event(
                    n,
                    "m.room.message",
                    n == 9 ? "@grace:far.example" : "@eve:far.example",
                    "{\"body\":\"* x\",\"m.new_content\":{\"body\":\"Adverts %d\"},\"m.relates_to\":{\"rel_type\":\"m.replace\",\"event_id\":\"$%d\"}}"
                            .formatted(n, n == 10 ? 7 : 4));
        }
        assertThat(round(first.next()).found())
                .filteredOn(Found.Edit.class::isInstance)
                .extracting(f -> ((Found.Edit) f).text())
                .containsExactly("Adverts 9");
    }

    private static Act act(What what, String target, String text) {
        return new Act(
                "folkmoot-12",
                what,
                target,
                "",
                text,
                target.startsWith("!") ? Map.of() : Map.of("place", ROOM),
                Instant.ofEpochMilli(DAY));
    }

    private Vendor.Asked asked() {
        return vendor().asked().getLast();
    }

    @Test
    void whatIsSentBearsItsNameAndIsFoundAgain() {
        var reply = act(What.REPLY, "$4", "Thanks");
        assertThat(acts.find(line(), reply)).isEmpty();
        var done = acts.act(line(), reply);
        assertThat(asked().method() + asked().path())
                .isEqualTo("PUT" + V3 + "/rooms/" + ROOM + "/send/m.room.message/folkmoot-12");
        assertThat(asked().body()).contains("\"m.in_reply_to\":{\"event_id\":\"$4\"}");
        assertThat(acts.find(line(), reply)).contains(done);
        acts.act(line(), act(What.POST, ROOM, "Hello"));
        assertThat(asked().json().path("body").asString("")).isEqualTo("Hello");
        acts.act(line(), act(What.REACT, "$4", "👍"));
        assertThat(asked().path()).contains("/send/m.reaction/");
        acts.act(line(), act(What.EDIT, "$4", "So, then"));
        assertThat(asked().body()).contains("m.replace", "m.new_content");
        acts.act(line(), act(What.DELETE, ROOM + "/$4", "Adverts"));
        assertThat(asked().path()).isEqualTo(V3 + "/rooms/" + ROOM + "/redact/$4/folkmoot-12");
        acts.act(line(), act(What.BAN, "@eve:far.example", "Adverts"));
        assertThat(asked().path()).endsWith("/ban");
        assertThat(asked().json().path("user_id").asString("")).isEqualTo("@eve:far.example");
    }

    @Test
    void aRefusalIsToldInItsOwnWords() {
        assertThatThrownBy(() -> acts.act(line(), act(What.POST, "!other:example.org", "Hi")))
                .hasMessage("The homeserver did not do it: No");
    }
}
