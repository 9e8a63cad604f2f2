package org.folkmoot.sources.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Lone;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Signature;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;

class WebhookConnectorTests {

    private static final Instant NOW = Instant.parse("2031-03-03T10:00:00Z");
    private static final String DOOR =
            """
            {"event":"door_opened","badge":"4711","holder":"Ada","door":{"name":"Main door"},"time":"2026-03-01T09:00:00+01:00"}
            """;

    private final WebhookConnector webhook = new WebhookConnector();

    private Connection connection(Map<String, String> own, Map<String, String> secrets) {
        var settings = new HashMap<String, String>();
        webhook.settings().forEach(s -> settings.put(s.name(), s.fallback()));
        settings.putAll(own);
        return new Connection(7, settings, secrets);
    }

    private static Call call(String body, Map<String, String> headers) {
        return new Call("POST", Map.of(), headers, Signature.bytes(body));
    }

    private List<Found> tell(String body, Map<String, String> own) {
        return tell(body, own, Map.of());
    }

    private List<Found> tell(String body, Map<String, String> own, Map<String, String> headers) {
        var basket = new Found.Basket();
        webhook.listening()
                .orElseThrow()
                .tell(
                        call(body, headers),
                        Lone.line(connection(own, Map.of()), webhook, NOW),
                        basket);
        return basket.all();
    }

    private static <T extends Found> List<T> all(List<Found> found, Class<T> type) {
        return found.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static List<String> reasons(List<Found> found) {
        return all(found, Found.Refused.class).stream().map(Found.Refused::reason).toList();
    }

    @Test
    void aDoorOpenedByBadgeIsGuessed() {
        var found =
                tell(DOOR, Map.of("system", "door", "kinds", "door_opened=attendance, x=ignored"));
        assertThat(all(found, Deed.class))
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.source()).isEqualTo("webhook:door");
                            assertThat(d.kind()).isEqualTo(Kind.ATTENDANCE);
                            assertThat(d.who()).isEqualTo("4711");
                            assertThat(d.place()).isEqualTo("Main door");
                            assertThat(d.at()).isEqualTo("2026-03-01T08:00:00Z");
                            assertThat(d.id()).startsWith("hash:");
                        });
        assertThat(all(found, Person.class))
                .singleElement()
                .satisfies(p -> assertThat(p.fields()).containsEntry("name", "Ada"));
        assertThat(tell(DOOR, Map.of("system", "door", "kind", "attendance")))
                .containsExactlyElementsOf(found);
    }

    @Test
    void eachThingStandsWhereTheFormSays() {
        var body =
                """
                {"meta":{"type":"note.added"},"out":{"list":[
                  {"k":{"n":"9"},"by":["u1","Grace","g@example.org"],"when":1772352000,"words":"Hello","up":"8","at.url":"https://x.example/9"},
                  {"k":{"n":"10"},"by":[],"when":"soon","words":"Hi"},
                  {"k":{"n":"11"},"by":["u2"],"when":1772352000123,"words":"Hi"}, 5]}}
                """;
        var found =
                tell(
                        body,
                        Map.ofEntries(
                                Map.entry("each", "/out/list"),
                                Map.entry("id", "/k/n"),
                                Map.entry("person", "by[0]"),
                                Map.entry("person-name", "by[1]"),
                                Map.entry("email", "nowhere|by.2"),
                                Map.entry("kind", "$.meta.type"),
                                Map.entry("kinds", "note.added=message"),
                                Map.entry("time", "when"),
                                Map.entry("text", "words"),
                                Map.entry("url", "at.url"),
                                Map.entry("place", "\"Hall\""),
                                Map.entry("parent", "up")));
        var deeds = all(found, Deed.class);
        assertThat(deeds).extracting(Deed::id).containsExactly("9", "11");
        assertThat(deeds.getFirst().kind()).isEqualTo(Kind.REPLY);
        assertThat(deeds.getFirst().parent()).isEqualTo("8");
        assertThat(deeds.getFirst().place()).isEqualTo("Hall");
        assertThat(deeds.getFirst().url()).isEqualTo("https://x.example/9");
        assertThat(deeds.getFirst().at()).isEqualTo("2026-03-01T08:00:00Z");
        assertThat(all(found, Person.class).getFirst().fields())
                .containsEntry("email", "g@example.org");
        assertThat(reasons(found))
                .containsExactly("soon is no time that can be read.", "It is no row.");
    }

    @Test
    void whatCannotBeUsedIsKeptWithItsReason() {
        assertThat(reasons(tell("{\"id\":1,\"user_id\":2}", Map.of())))
                .singleElement()
                .asString()
                .contains("set kind");
        assertThat(reasons(tell("{\"id\":1,\"type\":\"zzz\"}", Map.of())))
                .singleElement()
                .asString()
                .contains("zzz=attendance");
        assertThat(reasons(tell("{\"user_id\":1,\"type\":\"comment\"}", Map.of())))
                .singleElement()
                .asString()
                .contains("neither an id nor a time");
        assertThat(reasons(tell("{\"id\":1,\"type\":\"comment\"}", Map.of())))
                .containsExactly("It tells neither who nor what.");
        assertThatThrownBy(() -> tell("{\"a\":", Map.of())).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> tell("{}", Map.of("each", "rows")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nothing at rows");
        assertThat(tell("[null, null]", Map.of()))
                .filteredOn(Found.Refused.class::isInstance)
                .hasSize(2);
    }

    @Test
    void aRowWithoutATimeIsOfWhenItCameAndWithoutAnIdOfItsCall() {
        var row = "{\"user\":{\"id\":1},\"type\":\"comment\",\"text\":\"Hi\"}";
        assertThat(all(tell(row, Map.of(), Map.of("webhook-id", "m1")), Deed.class))
                .singleElement()
                .satisfies(
                        d -> {
                            assertThat(d.id()).isEqualTo("m1/1");
                            assertThat(d.inferred()).isTrue();
                            assertThat(d.at()).isEqualTo(NOW);
                        });
        var told = Map.of("webhook-id", "m1", "webhook-timestamp", "1772352000");
        assertThat(all(tell(row, Map.of(), told), Deed.class).getFirst().at())
                .isEqualTo("2026-03-01T08:00:00Z");
    }

    @Test
    void peopleDeletionsAndWhatIsIgnored() {
        var body =
                """
                {"events":[{"type":"user.updated","user":{"id":1,"name":"Ada","email":"ada@example.org"}},
                 {"type":"comment.deleted","id":5},{"type":"ping","id":6},
                 {"type":"comment.created","id":7,"user_id":1,"text":"x","created_at":"2026-01-01","updated_at":"2026-01-02"}]}
                """;
        var found = tell(body, Map.of("kinds", "user.updated=person, ping=ignored"));
        assertThat(found).noneMatch(Found.Refused.class::isInstance);
        assertThat(all(found, Person.class).getFirst().fields())
                .containsEntry("email", "ada@example.org");
        assertThat(all(found, Found.Mark.class)).extracting(Found.Mark::id).containsExactly("5");
        assertThat(all(found, Deed.class))
                .singleElement()
                .satisfies(d -> assertThat(d.edited()).isEqualTo("2026-01-02T00:00:00Z"));
    }

    @Test
    void aSignedCallIsTakenOnceAndAWrongOrOldOneRefused() {
        var secrets = Map.of("hook-key", "k", "signing-secret", "whsec_c3dvcmRmaXNo");
        var seconds = Long.toString(NOW.getEpochSecond());
        var right =
                Signature.sha256("swordfish", Signature.bytes("m1." + seconds + "." + DOOR))
                        .base64();
        var headers = new HashMap<String, String>();
        headers.put("webhook-id", "m1");
        headers.put("webhook-timestamp", seconds);
        headers.put("webhook-signature", "v1,AAAA v1," + right);
        assertThat(hear(headers, Map.of(), secrets, NOW)).isEqualTo(new Heard.Take("m1"));
        assertThat(hear(headers, Map.of(), secrets, NOW.plusSeconds(301)))
                .isInstanceOf(Heard.Refuse.class);
        headers.put("webhook-id", "m2");
        assertThat(hear(headers, Map.of(), secrets, NOW)).isInstanceOf(Heard.Refuse.class);
        headers.remove("webhook-signature");
        assertThat(hear(headers, Map.of(), secrets, NOW)).isInstanceOf(Heard.Refuse.class);
        assertThat(hear(Map.of(), Map.of(), Map.of("hook-key", "k"), NOW))
                .isInstanceOf(Heard.Take.class);
    }

    @Test
    void othersSignInOtherForms() {
        var secrets = Map.of("signing-secret", "swordfish");
        var hex = Signature.sha256("swordfish", Signature.bytes(DOOR)).hex();
        var plain = Map.of("signature-header", "X-Hub-Signature-256", "signed", "{body}");
        assertThat(hear(Map.of("x-hub-signature-256", "sha256=" + hex), plain, secrets, NOW))
                .isInstanceOf(Heard.Take.class);
        assertThat(
                        hear(
                                Map.of(
                                        "x-hub-signature-256",
                                        hex.toUpperCase(java.util.Locale.ROOT)),
                                plain,
                                secrets,
                                NOW))
                .isInstanceOf(Heard.Take.class);
        var at = Long.toString(NOW.getEpochSecond());
        var timed = Signature.sha256("swordfish", Signature.bytes(at + "." + DOOR)).hex();
        var other = Map.of("signature-header", "Sig", "signed", "{t}.{body}", "time-header", "t");
        var header = Map.of("sig", "t=" + at + ",v1=" + timed);
        assertThat(hear(header, other, secrets, NOW)).isInstanceOf(Heard.Take.class);
        assertThat(hear(header, other, secrets, NOW.plusSeconds(400)))
                .isInstanceOf(Heard.Refuse.class);
    }

    private Heard hear(
            Map<String, String> headers,
            Map<String, String> own,
            Map<String, String> secrets,
            Instant now) {
        return webhook.listening()
                .orElseThrow()
                .hear(call(DOOR, headers), connection(own, secrets), now);
    }

    @Test
    void anExampleShowsWhatItBecomes() {
        var own = Map.of("sample", DOOR, "kinds", "door_opened=attendance");
        var connection = connection(own, Map.of());
        assertThat(webhook.wrongWith(connection)).isEmpty();
        assertThat(webhook.look(Lone.line(connection, webhook, NOW)))
                .contains("attendance")
                .contains("by 4711")
                .contains("Ada");
        assertThat(webhook.look(Lone.line(connection(Map.of(), Map.of()), webhook, NOW)))
                .contains("waits");
        assertThat(webhook.wrongWith(connection(Map.of("sample", DOOR), Map.of())))
                .hasValueSatisfying(why -> assertThat(why).contains("door_opened"));
        assertThat(webhook.wrongWith(connection(Map.of("sample", "{"), Map.of()))).isPresent();
        assertThat(webhook.wrongWith(connection(Map.of("kinds", "a=b"), Map.of()))).isPresent();
        assertThat(webhook.wrongWith(connection(Map.of("signed", "{x}"), Map.of()))).isPresent();
        assertThat(webhook.pull(Lone.line(connection, webhook, NOW), ""))
                .isEqualTo(new Pull.Caught(List.of(), "", false, ""));
    }
}
