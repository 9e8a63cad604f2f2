package org.folkmoot.sources.notion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Signature;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class NotionConnectorTests extends ConnectorContract {

    private final Desk desk = new Desk();
    private String sources = "";
    private final String plan = desk.page(11, 1, "Plan");
    private final String feedback = desk.page(15, 5, "Feedback");
    private final String loose = desk.page(16, 6, "Meeting");
    private final String comment = desk.comment(21, plan, 10, "Good");

    NotionConnectorTests() {
        for (int n = 2; n <= 4; n++) {
            desk.page(10 + n, n, "Page " + n);
        }
        desk.page(loose).put("parent", Map.of("type", "workspace", "workspace", true));
        desk.comment(22, plan, 11, "Very");
        desk.comment(24, plan, 12, "So");
    }

    @Override
    protected Connector connector() {
        return new NotionConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers())
                .containsEntry("authorization", "Bearer " + SECRET)
                .containsEntry("notion-version", "2025-09-03");
        return desk.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "data-sources", sources);
    }

    /// It is reduced: it knows neither the sorting by time, nor blocks as children, nor all
    /// parents.
    @Override
    protected List<String> contractLeavesOut() {
        return List.of(
                "POST /v1/data_sources/[^:]*/query: \\[Path '/sorts/0'].*",
                "POST /v1/pages: \\[Path '/(children/\\d|parent)'].*");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                        429,
                        "{\"object\":\"error\",\"status\":429,\"code\":\"rate_limited\",\"message\":\"Rate limited\"}")
                .with("Retry-After", "7");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(7);
    }

    @Test
    void pagesAndCommentsAreReadOverAllPages() {
        var found = all("");
        assertThat(ids(found)).hasSize(9).contains(plan, feedback, loose, comment);
        var page = deed(found, plan);
        assertThat(page.title()).isEqualTo("Plan");
        assertThat(page.text()).isEqualTo("About Plan");
        assertThat(page.who()).isEqualTo(Desk.ADA);
        assertThat(page.place()).isEqualTo(Desk.SOURCE);
        assertThat(page.facts()).containsEntry("Status", "Planned");
        assertThat(deed(found, comment).parent()).isEqualTo(plan);
        assertThat(found)
                .filteredOn(
                        f -> f instanceof Person p && p.fields().containsValue("ada@example.org"))
                .isNotEmpty();
        assertThat(found)
                .filteredOn(f -> f instanceof Person p && p.flags().contains(Person.Flag.BOT))
                .isNotEmpty();
    }

    @Test
    void aDatabaseThatIsNotSharedIsTold() {
        sources = "https://www.notion.so/us/Plan-" + Desk.id(98).replace("-", "") + "?v=1";
        assertThat(all(""))
                .filteredOn(Found.Refused.class::isInstance)
                .singleElement()
                .asString()
                .contains("Could not find it.");
    }

    @Test
    void whoMayNotListPeopleStillReadsPages() {
        desk.mayListPeople = false;
        assertThat(ids(all(""))).hasSize(9);
    }

    @Test
    void aSecondRoundFindsNothingNewAndAsksLittle() {
        var round = round("");
        vendor().forget();
        var again = round(round.next());
        assertThat(vendor().asked())
                .filteredOn(asked -> asked.path().matches(".*/(query|search|children)"))
                .hasSizeLessThanOrEqualTo(4);
        assertThat(ids(again.found())).isSubsetOf(ids(round.found()));
    }

    @Test
    void whatIsNewChangedGoneOrSaidLateIsFoundAgain() {
        var round = round("");
        var made = desk.page(31, 30, "New");
        desk.page(feedback).put("last_edited_time", Desk.time(31));
        desk.blocks.put(feedback, List.of(Desk.paragraph("Otherwise")));
        var late = desk.comment(32, Desk.id(12), 32, "Late");
        desk.page(plan).put("in_trash", true);
        var next = all(round.next());
        assertThat(ids(next)).contains(made, late);
        assertThat(deed(next, feedback).text()).isEqualTo("Otherwise");
        assertThat(deed(next, feedback).edited()).isEqualTo(Instant.parse(Desk.time(31)));
        assertThat(gone(next)).containsExactly(plan);
    }

    @Test
    void moreRowsThanOneQuestionGivesAreAskedForByTime() {
        var settled = new HashMap<String, String>();
        desk.pages.forEach(
                (id, page) -> settled.put(id, String.valueOf(page.get("last_edited_time"))));
        var far =
                new At(
                        At.Stage.ROWS,
                        List.of(Desk.SOURCE),
                        "2",
                        "",
                        8_999,
                        Desk.time(2),
                        Map.of(),
                        Map.of(),
                        settled,
                        List.of(),
                        0,
                        NOW);
        var on = (Pull.Caught) pull(Cursors.write(far));
        pull(on.next());
        var query = vendor().asked().getLast().json();
        assertThat(query.path("filter").path("last_edited_time").path("on_or_after").asString(""))
                .isEqualTo(Desk.time(4));
        assertThat(query.has("start_cursor")).isFalse();
    }

    private Listening listening() {
        return connector().listening().orElseThrow();
    }

    private static Call call(String body, Map<String, String> headers) {
        return new Call("POST", Map.of(), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Call signed(String body) {
        return call(
                body,
                Map.of(
                        "x-notion-signature",
                        "sha256=" + Signature.sha256("secret_t", Signature.bytes(body)).hex()));
    }

    private static Connection knowing(String secret) {
        return new Connection(7, Map.of(), Map.of("webhook-secret", secret));
    }

    @Test
    void theFirstCallBringsTheTokenWithWhichAllOthersAreSigned() {
        var first = call("{\"verification_token\":\"secret_t\"}", Map.of());
        assertThat(listening().hear(first, knowing(""), NOW))
                .isEqualTo(new Heard.Learn("secret_t", Heard.Answer.ok()));
        assertThat(listening().hear(first, knowing("secret_t"), NOW)).isEqualTo(Heard.Answer.ok());
        var body = "{\"id\":\"e1\",\"type\":\"page.created\",\"entity\":{\"id\":\"x\"}}";
        assertThat(listening().hear(signed(body), knowing("secret_t"), NOW))
                .isEqualTo(new Heard.Take("e1"));
        assertThat(listening().hear(signed(body), knowing("former\nsecret_t"), NOW))
                .isEqualTo(new Heard.Take("e1"));
        assertThat(listening().hear(signed(body), knowing("another"), NOW))
                .isInstanceOf(Heard.Refuse.class);
        assertThat(listening().hear(call(body, Map.of()), knowing(""), NOW))
                .isInstanceOf(Heard.Refuse.class);
    }

    private List<Found> told(String type, String id, Map<String, Object> data) {
        var event =
                Map.of(
                        "id",
                        "e1",
                        "timestamp",
                        Desk.time(60),
                        "type",
                        type,
                        "entity",
                        Map.of("id", id, "type", type.replaceFirst("\\..*", "")),
                        "data",
                        data);
        var finds = new Found.Basket();
        listening().tell(signed(JsonMapper.shared().writeValueAsString(event)), line(), finds);
        return finds.all();
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var pulled = all("");
        assertThat(told("page.content_updated", plan, Map.of())).contains(deed(pulled, plan));
        assertThat(
                        told(
                                "comment.created",
                                comment,
                                Map.of(
                                        "page_id",
                                        plan,
                                        "parent",
                                        Map.of("id", plan, "type", "page"))))
                .contains(deed(pulled, comment));
        assertThat(gone(told("comment.deleted", comment, Map.of()))).containsExactly(comment);
        assertThat(gone(told("page.deleted", plan, Map.of()))).containsExactly(plan);
        assertThat(told("data_source.schema_updated", Desk.SOURCE, Map.of()))
                .noneMatch(Deed.class::isInstance);
    }

    @Test
    void aCallAboutWhatWasNotChosenIsLeftAlone() {
        sources = Desk.id(98);
        assertThat(told("page.content_updated", plan, Map.of())).noneMatch(Deed.class::isInstance);
        sources = Desk.SOURCE;
        assertThat(told("page.content_updated", plan, Map.of())).anyMatch(Deed.class::isInstance);
    }

    private static Act act(Act.What what, String target, String title, String text) {
        return new Act("k", what, target, title, text, Map.of(), Instant.parse(Desk.time(699)));
    }

    @Test
    void aPageIsMadeCommentedOnChangedAndThrownAway() {
        var acting = connector().acting().orElseThrow();
        var post = act(Act.What.POST, Desk.SOURCE, "Launch", "First.\n\nSecond.");
        assertThat(acting.find(line(), post)).isEmpty();
        var made = acting.act(line(), post);
        var sent = vendor().asked().getLast().json();
        assertThat(sent.path("parent").path("data_source_id").asString("")).isEqualTo(Desk.SOURCE);
        assertThat(sent.path("children")).hasSize(2);
        assertThat(acting.find(line(), post)).contains(made);

        var reply = act(Act.What.REPLY, plan, "", "Well done");
        assertThat(acting.find(line(), reply)).isEmpty();
        var said = acting.act(line(), reply);
        assertThat(acting.find(line(), reply)).contains(said);

        acting.act(line(), act(Act.What.EDIT, plan, "", "Anew"));
        assertThat(String.valueOf(desk.blocks.get(plan))).contains("Anew");
        acting.act(line(), act(Act.What.DELETE, plan, "", ""));
        assertThat(desk.page(plan)).containsEntry("in_trash", true);
    }

    @Test
    void aRefusalIsToldInItsWords() {
        var acting = connector().acting().orElseThrow();
        assertThatThrownBy(() -> acting.act(line(), act(Act.What.POST, Desk.id(99), "x", "y")))
                .hasMessage("Notion did not take it: Could not find it.");
        assertThatThrownBy(() -> acting.act(line(), act(Act.What.POST, "nowhere", "x", "y")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
