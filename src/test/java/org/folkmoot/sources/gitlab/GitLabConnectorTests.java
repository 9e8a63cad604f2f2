package org.folkmoot.sources.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.Listening;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GitLabConnectorTests extends ConnectorContract {

    private final Forge forge = new Forge();

    GitLabConnectorTests() {
        for (int n = 1; n <= 5; n++) {
            forge.thread("issues/" + n, n, "Issue " + n);
        }
        forge.thread("merge_requests/1", 6, "Rotate keys");
        forge.note("issues/1/notes/11", 7, "Like so");
        forge.note("issues/1/notes/12", 8, "changed the description");
        forge.note("issues/1/notes/13", 9, "Thank you");
        forge.note("merge_requests/1/notes/14", 10, "Better so");
        forge.thing("merge_requests/1/notes/14").put("type", "DiffNote");
        forge.thing("issues/4").put("confidential", true);
        forge.thing("issues/5").put("author", null);
    }

    @Override
    protected Connector connector() {
        return new GitLabConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("private-token", SECRET);
        return forge.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "projects", "us/moot");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "Retry later\n")
                .with("RateLimit-Remaining", "0")
                .with("RateLimit-Limit", "600")
                .with("RateLimit-Reset", Long.toString(NOW.getEpochSecond() + 42));
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(42);
    }

    @Test
    void issuesMergeRequestsAndCommentsAreReadOverAllPages() {
        var found = all("");
        assertThat(ids(found))
                .containsExactly(
                        "42/issues/1",
                        "42/issues/1/notes/11",
                        "42/issues/1/notes/13",
                        "42/issues/2",
                        "42/issues/3",
                        "42/issues/5",
                        "42/merge_requests/1",
                        "42/merge_requests/1/notes/14");
        assertThat(deed(found, "42/issues/1").kind()).isEqualTo(Kind.ISSUE);
        assertThat(deed(found, "42/issues/1").who()).isEqualTo("31");
        assertThat(deed(found, "42/issues/5").who()).isNull();
        assertThat(deed(found, "42/merge_requests/1/notes/14").kind()).isEqualTo(Kind.REVIEW);
        assertThat(deed(found, "42/issues/1/notes/11").parent()).isEqualTo("42/issues/1");
        assertThat(found)
                .filteredOn(f -> f instanceof Person p && p.fields().containsValue("Grace"))
                .isNotEmpty();
    }

    @Test
    void whatMovesWhileItIsReadIsNotMissed() {
        var first = (Pull.Caught) pull(((Pull.Caught) pull("")).next());
        var found = new ArrayList<>(first.page());
        var list = (Pull.Caught) pull(((Pull.Caught) pull(first.next())).next());
        found.addAll(list.page());
        forge.thing("issues/2").put("updated_at", Forge.time(50));
        found.addAll(all(list.next()));
        assertThat(ids(found)).contains("42/issues/3", "42/issues/5", "42/issues/2");
    }

    @Test
    void aSecondRoundFindsNothingNewAndAsksLittle() {
        var round = round("");
        vendor().forget();
        var again = round(round.next());
        assertThat(vendor().asked()).hasSizeLessThanOrEqualTo(6);
        assertThat(ids(again.found())).isSubsetOf(ids(round.found()));
    }

    @Test
    void whatIsNewChangedOrSaidLateIsFoundAgain() {
        var round = round("");
        forge.note("issues/2/notes/21", 20, "Late");
        forge.thing("issues/1").put("description", "Otherwise");
        forge.thing("issues/1").put("updated_at", Forge.time(21));
        forge.thing("issues/1/notes/11").put("body", "Like this");
        forge.thing("issues/1/notes/11").put("updated_at", Forge.time(21));
        var next = all(round.next());
        assertThat(ids(next)).contains("42/issues/2/notes/21");
        assertThat(deed(next, "42/issues/1").text()).isEqualTo("Otherwise");
        assertThat(deed(next, "42/issues/1/notes/11").edited())
                .isEqualTo(Instant.parse(Forge.time(21)));
    }

    /// A server of one's own writes the time of its place; summer comes between.
    @Test
    void timesAreThoseOfAnyZone() {
        forge.thing("issues/1").put("updated_at", "2026-01-31T19:20:00.000-05:00");
        forge.thing("issues/2").put("updated_at", "2026-01-31T20:30:00.000-04:00");
        forge.thing("issues/3").put("updated_at", "2026-01-31T19:40:00.000-05:00");
        forge.thing("issues/5").put("updated_at", "2026-01-31T19:50:00.000-05:00");
        var round = round("");
        assertThat(ids(round.found()))
                .contains("42/issues/1", "42/issues/2", "42/issues/3", "42/issues/5");
        vendor().forget();
        assertThat(ids(all(round.next())))
                .containsOnlyOnce("42/issues/5")
                .doesNotContain("42/issues/2");
    }

    /// A copy of a project may tell the number of the one it came from.
    @Test
    void aCommentIsUnderWhatItWasAskedForOf() {
        forge.thing("issues/1").put("project_id", 36528);
        forge.thing("issues/2").remove("project_id");
        var found = all("");
        assertThat(ids(found)).contains("42/issues/1", "42/issues/2");
        assertThat(deed(found, "42/issues/1/notes/11").parent()).isEqualTo("42/issues/1");
    }

    @Test
    void projectsOfWhichNoneIsThereAreTroubleInWords() {
        vendor().instead(_ -> Vendor.Answer.of(404, "{\"message\":\"404 Project Not Found\"}"));
        assertThat(pull("")).isInstanceOf(Pull.Unreachable.class).asString().contains("projects");
    }

    @Test
    void aTokenThatIsTooWeakIsForAPersonToMend() {
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        403,
                                        "{\"error\":\"insufficient_scope\",\"error_description\":\"The request requires higher privileges than provided by the access token.\",\"scope\":\"api read_api\"}"));
        assertThat(pull("")).isInstanceOf(Pull.SignInAgain.class);
    }

    private Listening listening() {
        return connector().listening().orElseThrow();
    }

    private static Call call(Map<String, Object> body, String token) {
        return new Call(
                "POST",
                Map.of(),
                Map.of("x-gitlab-token", token, "x-gitlab-event-uuid", "e1"),
                JsonMapper.shared().writeValueAsString(body).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aCallIsBelievedOnlyWithTheRightToken() {
        var heard = listening().hear(call(Map.of(), SECRET), connection(), NOW);
        assertThat(heard).isInstanceOf(Heard.Take.class);
        assertThat(listening().hear(call(Map.of(), SECRET), connection(), NOW)).isEqualTo(heard);
        assertThat(listening().hear(call(Map.of("object_kind", "note"), SECRET), connection(), NOW))
                .isInstanceOf(Heard.Take.class)
                .isNotEqualTo(heard);
        assertThat(listening().hear(call(Map.of(), "another"), connection(), NOW))
                .isInstanceOf(Heard.Refuse.class);
    }

    private List<Found> told(Map<String, Object> body) {
        var finds = new Found.Basket();
        listening().tell(call(body, SECRET), line(), finds);
        return finds.all();
    }

    @Test
    void aCallTellsTheSameAsAPull() {
        var pulled = all("");
        var project = Map.of("id", 42);
        assertThat(
                        told(
                                Map.of(
                                        "object_kind",
                                        "issue",
                                        "project",
                                        project,
                                        "object_attributes",
                                        Map.of("iid", 1))))
                .contains(deed(pulled, "42/issues/1"));
        assertThat(
                        told(
                                Map.of(
                                        "object_kind",
                                        "merge_request",
                                        "project",
                                        project,
                                        "object_attributes",
                                        Map.of("iid", 1))))
                .contains(deed(pulled, "42/merge_requests/1"));
        var note =
                Map.of(
                        "object_kind",
                        "note",
                        "project",
                        project,
                        "issue",
                        Map.of("iid", 1),
                        "object_attributes",
                        Map.of("id", 11));
        assertThat(told(note)).contains(deed(pulled, "42/issues/1/notes/11"));
        forge.things.remove("issues/1/notes/11");
        assertThat(told(note))
                .filteredOn(Found.Mark.class::isInstance)
                .singleElement()
                .extracting(f -> ((Found.Mark) f).id())
                .isEqualTo("42/issues/1/notes/11");
    }

    /// As if people had been read a day ago.
    private static String aDayLater(String cursor) {
        return cursor.replace("\"" + NOW + "\"", "\"" + NOW.minusSeconds(86_400) + "\"");
    }

    @Test
    void onceADayWhatIsThereNoMoreIsFound() {
        var first = round("");
        var note = deed(first.found(), "42/issues/1/notes/11");
        forge.things.remove("issues/1/notes/11");
        forge.things.remove("issues/5");
        assertThat(gone(all(first.next()))).doesNotContain("42/issues/5");
        var second = round(aDayLater(first.next()));
        assertThat(gone(second.found())).containsExactlyInAnyOrder(note.id(), "42/issues/5");
        assertThat(gone(all(aDayLater(second.next())))).isEmpty();
    }

    @Test
    void issuesThatAreSwitchedOffAreNotDeleted() {
        var first = round("");
        vendor().instead(
                        asked ->
                                asked.path().contains("/issues")
                                        ? Vendor.Answer.of(404, "{\"message\":\"404 Not found\"}")
                                        : null);
        assertThat(gone(all(aDayLater(first.next())))).isEmpty();
    }

    @Test
    void aWebhookIsAskedForOnceForEachProject() {
        for (int n = 0; n < 2; n++) {
            assertThat(listening().arrange(line(), "https://hub.example.org/hooks/7"))
                    .contains(Instant.MAX);
        }
        assertThat(vendor().asked().getLast().method()).isEqualTo("PUT");
        assertThat(forge.hooks).singleElement().asString().contains("token=" + SECRET);
    }

    @Test
    void onlyOurOwnWebhooksAreTakenAway() {
        listening().arrange(line(), "https://hub.example.org/hooks/7");
        listening().unlisten(line(), "https://hub.example.org/hooks/8");
        assertThat(forge.hooks).hasSize(1);
        for (int n = 0; n < 2; n++) {
            listening().unlisten(line(), "https://hub.example.org/hooks/7");
            assertThat(forge.hooks).isEmpty();
        }
    }

    private static Act act(Act.What what, String target, String title, String text) {
        return new Act("k", what, target, title, text, Map.of(), Instant.parse(Forge.time(699)));
    }

    @Test
    void anIssueIsOpenedAnsweredChangedAndClosedToTalk() {
        var acting = connector().acting().orElseThrow();
        var post = act(Act.What.POST, "42", "Broken", "It is broken");
        assertThat(acting.find(line(), post)).isEmpty();
        var made = acting.act(line(), post);
        assertThat(made.id()).isEqualTo("42/issues/90");
        assertThat(acting.find(line(), post)).contains(made);

        var reply = act(Act.What.REPLY, "42/issues/1/notes/11", "", "So it is");
        assertThat(acting.find(line(), reply)).isEmpty();
        var said = acting.act(line(), reply);
        assertThat(said.id()).isEqualTo("42/issues/1/notes/90");
        assertThat(acting.find(line(), reply)).contains(said);

        acting.act(line(), act(Act.What.EDIT, said.id(), "", "So it was"));
        assertThat(forge.thing("issues/1/notes/90")).containsEntry("body", "So it was");
        acting.act(line(), act(Act.What.LABEL, "42/issues/1", "", "crisis"));
        assertThat(forge.thing("issues/1")).containsEntry("add_labels", "crisis");
        acting.act(line(), act(Act.What.LOCK, "42/issues/1", "", ""));
        acting.act(line(), act(Act.What.DELETE, said.id(), "", ""));
        assertThat(forge.things).doesNotContainKey("issues/1/notes/90");
    }

    @Test
    void aRefusalIsToldInItsWords() {
        var acting = connector().acting().orElseThrow();
        assertThatThrownBy(() -> acting.act(line(), act(Act.What.EDIT, "42/issues/77", "", "x")))
                .hasMessage("GitLab did not take it: 404 Not found.");
        assertThatThrownBy(() -> acting.act(line(), act(Act.What.REPLY, "nowhere", "", "x")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void issuesAndMergeRequestsAreCountedWhereGitLabTells() {
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/issues")
                                        ? Vendor.Answer.json(List.of()).with("X-Total", "12")
                                        : null);
        var told = connector().counting().orElseThrow().count(line());
        assertThat(told)
                .singleElement()
                .satisfies(
                        total -> {
                            assertThat(total.name()).isEqualTo("issues of us/moot");
                            assertThat(total.theirs()).isEqualTo(12);
                            assertThat(total.place()).isEqualTo("us/moot");
                            assertThat(total.kinds()).containsExactly(Kind.ISSUE);
                        });
        assertThat(vendor().asked())
                .filteredOn(asked -> asked.path().endsWith("/issues"))
                .allMatch(asked -> asked.one("confidential").equals("false"));
    }
}
