package org.folkmoot.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
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

@HouseTest
@NullUnmarked
class FeedTests {

    static final String WILD =
            "Ask; about, the \\ 山田花子 and محمد 🧭🧭🧭🧭🧭🧭🧭🧭🧭🧭: "
                    + "a very long line that must be folded ".repeat(6);

    @Autowired Village village;
    @Autowired Cast cast;
    @Autowired Colleagues colleagues;
    @Autowired Tasks tasks;
    @Autowired TaskSteps steps;
    @Autowired MockMvcTester browser;

    Community here;
    String grace;
    long account;

    @BeforeEach
    void found() {
        here = village.found();
        grace = cast.join(here, Role.MANAGER);
        account = village.in(here, () -> colleagues.all().getFirst().account());
    }

    private long task(String text, Task.Due due) {
        return village.in(
                here,
                () ->
                        tasks.create(
                                new Tasks.Wish(
                                        text,
                                        due,
                                        account,
                                        null,
                                        List.of(village.member(here, "zoe")))));
    }

    private void post(String path) {
        assertThat(browser.post().uri("/c/" + here.slug() + path).with(Cast.as(grace)))
                .hasStatus3xxRedirection();
    }

    /// The path of the address that the page shows.
    private String address() throws Exception {
        var page =
                browser.get().uri("/c/" + here.slug() + "/tasks").with(Cast.as(grace)).exchange();
        var body = page.getResponse().getContentAsString(StandardCharsets.UTF_8);
        var at = body.indexOf("/p/" + here.slug());
        return body.substring(at, body.indexOf(".ics", at) + 4);
    }

    private MvcTestResult fetch(String address) {
        return browser.get().uri(address).exchange();
    }

    @Test
    void anOrdinaryCalendarReadsTheTasksBack() throws Exception {
        var day = LocalDate.of(2026, 7, 14);
        var id = task(WILD, new Task.Due(day, null));
        task("At a time", new Task.Due(day, LocalTime.of(14, 30)));
        task("Without a day", null);
        var done = task("Done", new Task.Due(day, null));
        village.in(here, () -> steps.end(List.of(done), "done"));
        post("/tasks/feed");
        var answer = fetch(address());
        assertThat(answer).hasStatusOk().hasContentType("text/calendar;charset=UTF-8");
        var text = answer.getResponse().getContentAsString(StandardCharsets.UTF_8);
        assertThat(text).doesNotContain("Zoë", "Without a day", "SUMMARY:Done");
        assertThat(text.split("\r\n"))
                .allSatisfy(
                        line ->
                                assertThat(line.getBytes(StandardCharsets.UTF_8).length)
                                        .isLessThanOrEqualTo(75));
        var events =
                new CalendarBuilder()
                        .build(new StringReader(text))
                        .<VEvent>getComponents(Component.VEVENT);
        assertThat(events).hasSize(2);
        var first = events.getFirst();
        assertThat(value(first, Property.SUMMARY)).isEqualTo(WILD.strip().replaceAll("\\s+", " "));
        assertThat(value(first, Property.DTSTART)).isEqualTo("20260714");
        assertThat(value(first, Property.DTEND)).isEqualTo("20260715");
        assertThat(value(first, Property.UID)).startsWith("task-" + id + "@");
        assertThat(value(first, Property.SEQUENCE)).isEqualTo("0");
        assertThat(value(first, Property.DTSTAMP)).endsWith("Z");
        assertThat(value(events.getLast(), Property.DTSTART)).isEqualTo("20260714T123000Z");
        village.in(here, () -> steps.due(List.of(id), day.plusDays(1)));
        assertThat(fetch(address())).bodyText().contains("SEQUENCE:1", "20260715");
    }

    private static String value(VEvent event, String name) {
        return event.getProperty(name).orElseThrow().getValue();
    }

    @Test
    void anAddressThatWasEndedOrReplacedTellsNothing() throws Exception {
        post("/tasks/feed");
        var first = address();
        assertThat(fetch(first)).hasStatusOk();
        post("/tasks/feed");
        var second = address();
        assertThat(second).isNotEqualTo(first);
        assertThat(fetch(first)).hasStatus(404);
        post("/tasks/feed/removal");
        assertThat(fetch(second)).hasStatus(404);
    }

    @Test
    void anAddressEndsWhenItsOwnerLeavesTheTeam() throws Exception {
        post("/tasks/feed");
        var address = address();
        village.change(
                here,
                "delete from access.teammate where community_id = folkmoot.community() and account_id = "
                        + account);
        assertThat(fetch(address)).hasStatus(404);
    }

    @Test
    void anAddressThatWasMadeUpOrIsOfAnotherCommunityTellsNothing() throws Exception {
        post("/tasks/feed");
        var address = address();
        assertThat(fetch(address.replace(here.slug(), village.found().slug()))).hasStatus(404);
        assertThat(fetch("/p/%s/tasks/MQ.AAAAAAAAAAAAAAAAAAAAAA.ics".formatted(here.slug())))
                .hasStatus(404);
        assertThat(fetch("/p/nowhere/tasks/MQ.AAAA.ics")).hasStatus(404);
    }

    @Test
    void aCalendarIsMadeOfNothingToo() {
        assertThat(TaskCalendar.of("Tasks", List.of(), here.zone(), "https://moot.example/c/x"))
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains("VERSION:2.0")
                .endsWith("END:VCALENDAR\r\n");
    }
}
