package org.folkmoot.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.Queries;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class TasksPageTests {

    @Autowired Village village;
    @Autowired Cast cast;
    @Autowired Colleagues colleagues;
    @Autowired Tasks tasks;
    @Autowired TaskSteps steps;
    @Autowired TaskList list;
    @Autowired MockMvcTester browser;

    Community here;
    String grace;
    long account;
    LocalDate today;

    @BeforeEach
    void found() {
        here = village.found();
        grace = cast.join(here, Role.MANAGER);
        account = village.in(here, () -> colleagues.all().getFirst().account());
        today = LocalDate.now(here.zone());
    }

    private MvcTestResult get(String path) {
        return browser.get()
                .uri(java.net.URI.create("/c/" + here.slug() + path))
                .with(Cast.as(grace))
                .exchange();
    }

    private MvcTestResult post(String path, String... form) {
        return send(grace, path, form);
    }

    private MvcTestResult send(String who, String path, String... form) {
        var address = path.startsWith("/c/") ? path : "/c/" + here.slug() + path;
        var request = browser.post().uri(java.net.URI.create(address)).with(Cast.as(who));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private long task(String text, LocalDate day, Long owner, String... about) {
        var people = java.util.Arrays.stream(about).map(a -> village.member(here, a)).toList();
        return village.in(
                here,
                () ->
                        tasks.create(
                                new Tasks.Wish(
                                        text,
                                        day == null ? null : new Task.Due(day, null),
                                        owner,
                                        null,
                                        people)));
    }

    private Task read(long id) {
        return village.in(here, () -> list.find(id, true).orElseThrow());
    }

    /// Where the bar of that answer takes the action back.
    private static String undo(MvcTestResult result) {
        return ((String[]) result.getMvcResult().getFlashMap().get("flash"))[2];
    }

    @Test
    void aTaskWrittenOnAProfileIsFoundThereOnTheListAndOnToday() {
        var ada = village.member(here, "ada");
        post(
                "/tasks",
                "text",
                "Ask Ada <b>how</b> it went",
                "day",
                today.toString(),
                "owner",
                Long.toString(account),
                "about",
                Long.toString(ada),
                "back",
                "/c/" + here.slug() + "/people/" + ada);
        for (var page : List.of("/tasks", "/tasks/due", "/tasks/of/" + ada)) {
            assertThat(get(page))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Ask Ada &lt;b&gt;how&lt;/b&gt; it went", "today");
        }
        assertThat(get("/tasks/of/" + village.member(here, "zoe")))
                .bodyText()
                .doesNotContain("Ask Ada");
    }

    @Test
    void whatIsLateComesFirstAndWhatIsOthersComesAfterOnesOwn() {
        task("later", today.plusDays(3), account);
        task("none", null, account);
        task("late", today.minusDays(2), account);
        task("somebody else's", today.minusDays(5), null);
        assertThat(get("/tasks"))
                .bodyText()
                .containsSubsequence("late: 2 days ago", "later", "none");
        assertThat(get("/tasks?whose=nobody")).bodyText().contains("somebody else");
        assertThat(get("/tasks/due"))
                .bodyText()
                .containsSubsequence("late", "somebody else")
                .doesNotContain("later");
    }

    @Test
    void doneIsOneClickAndCanBeTakenBack() {
        var id = task("Thank her", today, account);
        var done = post("/tasks/done", "only", Long.toString(id));
        assertThat(read(id).ended()).matches(e -> e.done() && e.by().equals("Grace"));
        assertThat(get("/tasks?state=done")).bodyText().contains("Thank her", "done");
        assertThat(post(undo(done))).hasStatus3xxRedirection();
        assertThat(read(id).isOpen()).isTrue();
        assertThat(read(id).sequence()).isEqualTo(2);
    }

    @Test
    void manyArePutOffGivenAndDroppedAtOnceAndTakenBack() {
        var one = task("One", today.minusDays(1), account);
        var two = task("Two", null, null);
        var both = new String[] {"task", Long.toString(one), "task", Long.toString(two)};
        var off = post("/tasks/due?day=7", both);
        assertThat(read(one).due().day()).isEqualTo(today.plusDays(7));
        post(undo(off));
        assertThat(read(one).due().day()).isEqualTo(today.minusDays(1));
        assertThat(read(two).due()).isNull();
        var given = post("/tasks/owner?owner=me", both);
        assertThat(read(two).owner().account()).isEqualTo(account);
        post(undo(given));
        assertThat(read(two).owner()).isNull();
        var dropped = post("/tasks/dropped", both);
        assertThat(read(one).ended().done()).isFalse();
        post(undo(dropped));
        assertThat(read(one).isOpen()).isTrue();
    }

    @Test
    void aChangeIsTakenBackWholly() {
        var id = task("Ask", today, account, "ada", "zoe");
        var changed =
                post("/tasks/" + id, "text", "Tell", "about", "" + village.member(here, "linus"));
        assertThat(read(id).about()).extracting(Who::name).containsExactly("Linus");
        post(undo(changed));
        assertThat(read(id))
                .matches(t -> t.text().equals("Ask") && t.due().day().equals(today))
                .matches(t -> t.owner().account() == account);
        assertThat(read(id).about()).extracting(Who::name).containsExactly("Ada", "Zoë");
    }

    @Test
    void whatWillNotDoIsToldBesideWhatWasTyped() {
        assertThat(post("/tasks", "text", "Ask", "time", "12:00"))
                .hasStatusOk()
                .bodyText()
                .contains("Choose a day as well", ">Ask<");
        assertThat(post("/tasks", "text", "Ask", "owner", "999999"))
                .bodyText()
                .contains("who is of the team now");
        assertThat(post("/tasks", "text", "Ask", "about", "999999999")).hasStatus(404);
        assertThat(post("/tasks", "text", "Ask", "also", "nobody I know"))
                .bodyText()
                .contains("Choose the person from the list");
        assertThat(post("/tasks/done")).hasStatus(422);
        assertThat(post("/tasks/undoing?what=due&was=x")).hasStatus(422);
    }

    @Test
    void somebodyIsAddedByTheAddressOfTheirProfileOrTheirNumber() {
        var ada = village.member(here, "ada");
        post(
                "/tasks",
                "text",
                "First",
                "also",
                "https://moot.example/c/x/people/" + ada + "?tab=notes");
        post("/tasks", "text", "Second", "also", "#" + ada + " Ada");
        assertThat(get("/tasks/of/" + ada)).bodyText().contains("First", "Second");
    }

    @Test
    void whoLeavesTheTeamLeavesTasksThatOthersTakeOver() {
        var leaver = cast.join(here, Role.COORDINATOR);
        var gone =
                village.in(here, () -> colleagues.all()).stream()
                        .mapToLong(Colleagues.Colleague::account)
                        .filter(a -> a != account)
                        .findFirst()
                        .getAsLong();
        var id = task("Left behind", today, gone);
        assertThat(get("/tasks?whose=everybody")).bodyText().doesNotContain("owner left");
        village.change(
                here,
                "delete from access.teammate where community_id = folkmoot.community() and account_id = "
                        + gone);
        assertThat(leaver).isNotEqualTo(grace);
        assertThat(get("/tasks?whose=left")).bodyText().contains("Left behind", "owner left");
        post("/tasks/owner?owner=me", "task", Long.toString(id));
        assertThat(read(id).owner().account()).isEqualTo(account);
        assertThat(get("/tasks?whose=everybody")).bodyText().doesNotContain("Owner left");
    }

    @Test
    void anAnalystSeesTasksAndChangesNothing() {
        var id = task("Seen by all", today, null);
        var analyst = cast.join(here, Role.ANALYST);
        assertThat(
                        browser.get()
                                .uri("/c/%s/tasks?whose=everybody".formatted(here.slug()))
                                .with(Cast.as(analyst)))
                .bodyText()
                .contains("Seen by all")
                .doesNotContain("New task");
        assertThat(send(analyst, "/tasks/done", "only", Long.toString(id))).hasStatus(403);
    }

    @Test
    void noWayLeadsOutOfTheCommunity() {
        var id = task("Ask", today, null);
        for (var bad : List.of("https://evil.example/", "//evil.example", "/c/other/tasks")) {
            assertThat(post("/tasks/done", "only", Long.toString(id), "back", bad))
                    .hasRedirectedUrl("/c/" + here.slug() + "/tasks");
            village.in(here, () -> steps.reopen(List.of(id)));
        }
    }

    @Test
    void aListNeedsAsManyStatementsHoweverLongItIs() throws Exception {
        task("One", today, account, "ada");
        get("/tasks");
        var few = Queries.during(() -> get("/tasks")).size();
        for (int i = 0; i < 20; i++) {
            task("More " + i, today, account, "ada", "zoe");
        }
        assertThat(Queries.during(() -> get("/tasks"))).hasSize(few);
    }

    @Test
    void eachKeepsTheirTasksWhenTwoAreJoinedAndParted() {
        task("About the first", null, null, "ada");
        task("About the second", null, null, "ada2");
        village.join(here, "ada", "ada2");
        assertThat(get("/tasks/of/" + village.member(here, "ada")))
                .bodyText()
                .contains("About the first", "About the second");
        village.part(here, "ada", "ada2");
        assertThat(get("/tasks/of/" + village.member(here, "ada2")))
                .bodyText()
                .contains("About the second")
                .doesNotContain("About the first");
    }

    @Test
    void theRailTellsHowMuchIsDue() {
        task("late", today.minusDays(1), account);
        task("today", today, account);
        task("tomorrow", today.plusDays(1), account);
        task("of nobody", today, null);
        assertThat(village.in(here, () -> list.due(account, today))).isEqualTo(2);
    }
}
