package org.folkmoot.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.PersonalData;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class CareTests {

    @Autowired Village village;
    @Autowired Owners owners;
    @Autowired Watches watches;
    @Autowired Talks talks;
    @Autowired OwnProfiles ownProfiles;
    @Autowired Tasks tasks;
    @Autowired CareData data;
    @Autowired Cast cast;
    @Autowired Colleagues colleagues;
    @Autowired MockMvcTester browser;
    @Autowired org.folkmoot.members.Asking asking;

    Community here;
    String grace;
    long account;
    long ada;
    long ada2;

    @BeforeEach
    void found() {
        here = village.found();
        grace = cast.join(here, Role.MANAGER);
        account = village.in(here, () -> colleagues.all().getFirst().account());
        ada = village.member(here, "ada");
        ada2 = village.member(here, "ada2");
    }

    private MvcTestResult get(String path) {
        return browser.get().uri("/c/" + here.slug() + path).with(Cast.as(grace)).exchange();
    }

    private MvcTestResult post(String path, String... form) {
        var address = path.startsWith("/c/") ? path : "/c/" + here.slug() + path;
        var request = browser.post().uri(java.net.URI.create(address)).with(Cast.as(grace));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private static String undo(MvcTestResult result) {
        return ((String[]) result.getMvcResult().getFlashMap().get("flash"))[2];
    }

    private long owner(long member) {
        return village.in(here, () -> owners.of(member).map(Owners.Said::account).orElse(0L));
    }

    @Test
    void anOwnerIsSaidOnTheProfileKeptAsHistoryAndTakenBack() {
        post("/care/owner", "who", "" + ada, "owner", "" + account);
        assertThat(get("/care/of/" + ada)).bodyText().contains("Grace", "said by Grace");
        var cleared = post("/care/owner", "who", "" + ada, "owner", "");
        assertThat(owner(ada)).isZero();
        assertThat(village.in(here, () -> owners.history(ada))).hasSize(2);
        post(undo(cleared));
        assertThat(owner(ada)).isEqualTo(account);
        assertThat(get("/care/people")).bodyText().contains("Ada", "My people");
    }

    @Test
    void manyAreGivenAnOwnerFromTheListAndTakenBackTogether() {
        assertThat(post("/care/owner/choice", "who", "" + ada, "who", "" + ada2, "query", "q=ada"))
                .hasStatusOk()
                .bodyText()
                .contains("these 2 people", "Ada Lovelace");
        var set =
                post(
                        "/care/owner",
                        "who",
                        "" + ada,
                        "who",
                        "" + ada2,
                        "owner",
                        "" + account,
                        "query",
                        "q=ada");
        assertThat(set).hasRedirectedUrl("/c/%s/people?q=ada".formatted(here.slug()));
        assertThat(owner(ada2)).isEqualTo(account);
        post(undo(set));
        assertThat(owner(ada)).isZero();
        assertThat(owner(ada2)).isZero();
        assertThat(post("/care/owner", "owner", "" + account)).hasStatus(422);
        assertThat(post("/care/owner", "who", "" + ada, "owner", "99999999")).hasStatus(422);
    }

    @Test
    void whatSomebodySaidLaterIsNotTakenBack() {
        var first = post("/care/owner", "who", "" + ada, "owner", "" + account);
        post("/care/owner", "who", "" + ada, "owner", "");
        post("/care/owner", "who", "" + ada, "owner", "" + account);
        post(undo(first));
        assertThat(owner(ada)).isEqualTo(account);
    }

    @Test
    void ofTwoJoinedTheLaterOwnerHoldsAndPartedEachHasTheirOwn() {
        cast.join(here, Role.COORDINATOR);
        var other =
                village.in(here, () -> colleagues.all()).stream()
                        .mapToLong(Colleagues.Colleague::account)
                        .filter(a -> a != account)
                        .findFirst()
                        .getAsLong();
        village.in(here, () -> owners.set(List.of(ada), account));
        village.in(here, () -> owners.set(List.of(ada2), other));
        village.join(here, "ada", "ada2");
        assertThat(owner(village.member(here, "ada"))).isEqualTo(other);
        assertThat(village.in(here, () -> owners.people(account, 0, 9, true))).isEmpty();
        assertThat(village.in(here, () -> owners.people(other, 0, 9, true))).hasSize(1);
        village.part(here, "ada", "ada2");
        assertThat(owner(ada)).isEqualTo(account);
        assertThat(owner(ada2)).isEqualTo(other);
    }

    @Test
    void whatWatchedPeopleDoIsTold() {
        village.take(
                here,
                Village.said("old", "ada", 30, null),
                Village.said("new", "ada", 1, null),
                Village.said("other", "zoe", 1, null));
        var watched = post("/care/of/%d/watch".formatted(ada));
        assertThat(get("/watching/news"))
                .bodyText()
                .contains("This is new", "general")
                .doesNotContain("This is old", "This is other");
        village.join(here, "ada", "ada2");
        village.take(here, Village.said("second", "ada2", 0, null));
        assertThat(get("/watching/news")).bodyText().contains("This is second");
        assertThat(get("/care/watching")).bodyText().contains("Watch no more");
        village.part(here, "ada", "ada2");
        assertThat(get("/watching/news")).bodyText().doesNotContain("This is second");
        post(undo(watched));
        assertThat(get("/watching/news").getResponse().getContentLength()).isLessThan(20);
        assertThat(village.in(here, () -> watches.of(account, true))).isEmpty();
    }

    @Test
    void oneTeammateDoesNotSeeWhomAnotherWatches() {
        village.in(here, () -> watches.begin(account, ada));
        var other = cast.join(here, Role.LEAD);
        assertThat(browser.get().uri("/c/" + here.slug() + "/care/watching").with(Cast.as(other)))
                .bodyText()
                .contains("You watch nobody");
    }

    @Test
    void aConversationIsLoggedShownAndTakenBack() {
        var today = java.time.LocalDate.now(here.zone()).toString();
        var logged =
                post(
                        "/care/of/%d/talk".formatted(ada),
                        "day",
                        today,
                        "how",
                        "call",
                        "line",
                        "<i>budget</i>");
        assertThat(get("/care/of/" + ada))
                .bodyText()
                .contains("Call with Grace", "&lt;i&gt;budget&lt;/i&gt;");
        post(undo(logged));
        assertThat(get("/care/of/" + ada))
                .bodyText()
                .contains("Nobody from the team has spoken with them yet.");
        for (var bad : List.of("2999-01-01", "soon")) {
            assertThat(post("/care/of/%d/talk".formatted(ada), "day", bad, "how", "call"))
                    .hasStatus(422);
        }
        assertThat(post("/care/of/%d/talk".formatted(ada), "day", today, "how", "telepathy"))
                .hasStatus(422);
    }

    @Test
    void theListSaysWhomNobodySpokeWithAndSetsTheirOwner() {
        village.hear(here, Village.said("a", "ada", 1, null));
        assertThat(get("/care")).hasStatusOk().bodyText().contains("Ada", "never");
        assertThat(get("/care?days=0&active=-3&owner=5&from=-1")).hasStatusOk();
    }

    @Test
    void allThatIsKeptOfAPersonIsToldAndForgotten() {
        village.hear(here, Village.said("a", "ada", 9, null), Village.said("b", "grace", 8, "a"));
        var hers =
                village.in(
                        here,
                        () -> tasks.create(new Tasks.Wish("Hers", null, null, null, List.of(ada))));
        var shared =
                village.in(
                        here,
                        () ->
                                tasks.create(
                                        new Tasks.Wish(
                                                "Shared",
                                                null,
                                                null,
                                                null,
                                                List.of(ada, village.member(here, "zoe")))));
        village.in(here, () -> owners.set(List.of(ada), account));
        village.in(here, () -> watches.begin(account, ada));
        village.in(
                here, () -> talks.log(ada, Instant.now().minus(Duration.ofDays(1)), "mail", "x"));
        village.in(
                here,
                () -> {
                    ownProfiles.is(account, ada);
                    return null;
                });
        var subject =
                new PersonalData.Subject(
                        ada, Set.of(ada), new HashSet<>(List.of(village.identity(here, "ada"))));
        assertThat(village.within(here, () -> data.tell(subject)))
                .extracting(PersonalData.Part::key)
                .containsExactly(
                        "tasks",
                        "relationshipOwners",
                        "conversations",
                        "watchers",
                        "lastSpoken",
                        "ownProfile");
        village.within(
                here,
                () -> {
                    data.forget(subject);
                    return null;
                });
        assertThat(village.within(here, () -> data.tell(subject))).isEmpty();
        assertThatThrownBy(
                        () ->
                                village.in(
                                        here,
                                        () -> {
                                            tasks.remove(hers);
                                            return null;
                                        }))
                .isInstanceOf(Refusal.NotFound.class);
        assertThat(
                        village.number(
                                here,
                                "select count(*) from care.task where community_id = folkmoot.community() and id = "
                                        + shared))
                .isEqualTo(1);
    }

    @Test
    void whatIsPutOnSomebodyElsesCommunityIsNotThere() {
        var elsewhere = village.found();
        var stranger = village.member(elsewhere, "ada");
        assertThat(get("/care/of/" + stranger)).hasStatus(404);
        assertThat(post("/care/of/%d/watch".formatted(stranger))).hasStatus(404);
        assertThat(post("/care/owner", "who", "" + stranger, "owner", "" + account)).hasStatus(404);
    }

    @Test
    void peopleAreAskedForByWhoLooksAfterThem() {
        village.hear(
                here,
                Village.said("a", "ada", 50, null),
                Village.said("b", "grace", 40, "a"),
                Village.said("c", "zoe", 9, null, "grace"));
        village.in(here, () -> owners.set(List.of(ada, ada2), account));
        village.in(here, () -> owners.set(List.of(ada2), null));
        assertThat(asking.names(here, "owner is Grace")).containsExactly("Ada");
        assertThat(asking.names(here, "not owner known")).contains("Ada Lovelace", "Zoë");
        assertThat(asking.names(here, "spoken in 30 days")).containsExactly("Zoë");
        assertThat(asking.names(here, "spoken ever")).containsExactly("Ada", "Zoë");
        assertThat(asking.names(here, "not spoken in 30 days")).contains("Ada", "Linus");
        village.in(here, () -> watches.begin(account, ada));
        assertThat(get("/people?where=watched"))
                .bodyText()
                .contains("whom you watch", "Ada")
                .doesNotContain("Linus");
        assertThat(asking.names(here, "watched")).isEmpty();
    }
}
