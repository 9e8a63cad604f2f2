package org.folkmoot.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.HouseTest;
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

/// Tasks for the threads of a list that were chosen.
@HouseTest
@NullUnmarked
class ThreadTasksTests {

    @Autowired Village village;
    @Autowired Cast cast;
    @Autowired Colleagues colleagues;
    @Autowired TaskList list;
    @Autowired MockMvcTester browser;

    Community here;
    String grace;
    long first;
    long second;
    long reply;

    @BeforeEach
    void found() {
        here = village.found();
        grace = cast.join(here, Role.COORDINATOR);
        village.take(
                here,
                Village.said("first", "ada", 2, null),
                Village.said("second", "zoe", 1, null),
                Village.said("reply", "linus", 1, "first"));
        first = post("first");
        second = post("second");
        reply = post("reply");
    }

    private long post(String id) {
        return village.number(
                here,
                "select id from activity.activity where community_id = folkmoot.community() and external_id = '"
                        + id
                        + "'");
    }

    private MvcTestResult send(String who, String path, Object... form) {
        var address = path.startsWith("/c/") ? path : "/c/" + here.slug() + path;
        var request = browser.post().uri(URI.create(address)).with(Cast.as(who));
        for (int i = 0; i < form.length; i += 2) {
            request = request.param(form[i].toString(), form[i + 1].toString());
        }
        return request.exchange();
    }

    private List<Task> tasks() {
        var found = new ArrayList<Task>();
        village.in(
                here,
                () ->
                        found.addAll(
                                list.page(
                                        TaskQuery.list(TaskQuery.Whose.EVERYBODY, false, null, 0),
                                        true)));
        return found;
    }

    private static String[] bar(MvcTestResult result) {
        return (String[]) result.getMvcResult().getFlashMap().get("flash");
    }

    @Test
    void eachThreadGetsOneWithItsWordsItsAuthorAnOwnerAndADay() {
        var account = village.in(here, () -> colleagues.all().getFirst().account());
        var day = LocalDate.now(here.zone()).plusDays(2);
        var answer =
                send(
                        grace,
                        "/tasks/of-threads",
                        "thread",
                        first,
                        "thread",
                        second,
                        "what",
                        "Answer",
                        "owner",
                        account,
                        "day",
                        day,
                        "authors",
                        true);
        assertThat(bar(answer)).contains("2 tasks are written down.");
        assertThat(tasks())
                .extracting(Task::text)
                .containsExactlyInAnyOrder("Answer: This is first", "Answer: This is second");
        assertThat(tasks())
                .allMatch(t -> t.owner().account() == account && t.due().day().equals(day));
        assertThat(tasks())
                .filteredOn(t -> t.thread() == first)
                .flatExtracting(Task::about)
                .extracting(Who::name)
                .containsExactly("Ada");
    }

    @Test
    void aThreadThatHasOneToDoGetsNoSecondAndAllIsTakenBackAtOnce() {
        var both = send(grace, "/tasks/of-threads", "thread", first, "thread", reply);
        assertThat(tasks()).singleElement().matches(t -> t.about().isEmpty());
        assertThat(bar(both)[0] + bar(both)[1])
                .contains("1 task is written down. The other one has one to do already");
        var again = send(grace, "/tasks/of-threads", "thread", reply, "thread", second);
        assertThat(tasks()).hasSize(2);
        assertThat(bar(send(grace, "/tasks/of-threads", "thread", second))[1])
                .contains("Nothing was written down");
        send(grace, bar(again)[2]);
        assertThat(tasks()).extracting(Task::thread).containsExactly(first);
    }

    @Test
    void anotherCommunitysThreadsAreNotHere() {
        var other = village.found();
        var stranger = cast.join(other, Role.LEAD);
        var answer = send(stranger, "/c/" + other.slug() + "/tasks/of-threads", "thread", first);
        assertThat(bar(answer)[1]).contains("Nothing was written down");
        assertThat(tasks()).isEmpty();
    }

    @Test
    void whoMayNotAndWhatWillNotDoIsToldAndChangesNothing() {
        assertThat(send(cast.join(here, Role.ANALYST), "/tasks/of-threads", "thread", first))
                .hasStatus(403);
        assertThat(send(grace, "/tasks/of-threads")).hasStatus(422);
        assertThat(send(grace, "/tasks/of-threads", "thread", first, "what", " ")).hasStatus(422);
        assertThat(send(grace, "/tasks/of-threads", "thread", first, "day", "soon")).hasStatus(422);
        assertThat(send(grace, "/tasks/of-threads", "thread", first, "owner", 999_999))
                .hasStatus(422);
        assertThat(tasks()).isEmpty();
    }
}
