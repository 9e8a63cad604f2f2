package org.folkmoot.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Colleagues.Colleague;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.members.Mentionable;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@HouseTest
@NullUnmarked
class MentionsTests {

    @Autowired Village village;
    @Autowired Cast cast;
    @Autowired MockMvcTester browser;
    @Autowired Colleagues colleagues;

    Community here;
    String writes;
    String reads;
    long ada;

    @BeforeEach
    void found() {
        here = village.found();
        writes = cast.join(here, Role.MANAGER);
        reads = cast.join(here, Role.COORDINATOR);
        ada = village.member(here, "ada");
        village.in(here, () -> colleagues.all());
    }

    private MvcTestResult get(String who, String path) {
        return browser.get().uri("/c/" + here.slug() + path).with(Cast.as(who)).exchange();
    }

    private void note(String path, String text) {
        assertThat(
                        browser.post()
                                .uri("/c/%s/people/%d/notes%s".formatted(here.slug(), ada, path))
                                .param("text", text)
                                .with(Cast.as(writes)))
                .hasStatus3xxRedirection();
    }

    private long noteId() {
        return village.number(
                here, "select max(id) from members.note where community_id = folkmoot.community()");
    }

    @Test
    void aMentionIsUnreadUntilItIsOpened() {
        note("", "Please call her, @Grace. <script>alert(1)</script>");
        assertThat(get(writes, "/people/%d?tab=notes".formatted(ada)))
                .bodyText()
                .contains("<bdi>&#64;Grace</bdi>")
                .doesNotContain("alert(1)</script>");
        assertThat(get(reads, "/mentions/today")).bodyText().contains("Please call her", "unread");
        assertThat(get(reads, "/mentions/" + noteId()))
                .hasRedirectedUrl(
                        "/c/%s/people/%d?tab=notes#note-%d".formatted(here.slug(), ada, noteId()));
        assertThat(get(reads, "/mentions/today")).bodyText().doesNotContain("Please call her");
        assertThat(get(reads, "/mentions"))
                .bodyText()
                .contains("Please call her")
                .doesNotContain("unread");
    }

    @Test
    void whoWritesTheirOwnNameIsToldNothing() {
        note("", "I, @Grace, will ask");
        assertThat(get(writes, "/mentions")).bodyText().contains("Nobody has mentioned you");
    }

    @Test
    void aNoteThatIsDeletedMentionsNobody() {
        note("", "Ask @Grace");
        note("/" + noteId() + "/removal", "");
        assertThat(get(reads, "/mentions")).bodyText().contains("Nobody has mentioned you");
    }

    @Test
    void whoMayNotReadNotesReadsNoMentions() {
        note("", "Ask @Grace");
        var moderator = cast.join(here, Role.MODERATOR);
        assertThat(get(moderator, "/mentions")).hasStatus(403);
    }

    @Test
    void theWholeNameOrAFirstNameThatIsClearIsMeant() {
        var team =
                new Mentionable(
                        List.of(
                                new Colleague(1, "Grace Hopper"),
                                new Colleague(2, "Grace Kelly"),
                                new Colleague(3, "Zoë"),
                                new Colleague(4, "山田 花子")));
        assertThat(team.in("@Grace Hopper and @zoë")).containsExactlyInAnyOrder(1L, 3L);
        assertThat(team.in("@Grace, which?")).isEmpty();
        assertThat(team.in("@山田 花子 and mail to a@zoë.example")).containsExactly(4L);
        assertThat(team.in("@Zoëfirst")).isEmpty();
        assertThat(new Mentionable(List.of()).in("@Zoë")).isEmpty();
    }
}
