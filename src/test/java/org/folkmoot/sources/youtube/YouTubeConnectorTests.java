package org.folkmoot.sources.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Statistic;
import org.folkmoot.sources.Vendor;
import org.folkmoot.sources.pulls.Pulling;
import org.junit.jupiter.api.Test;

class YouTubeConnectorTests extends StudioContract {

    @Test
    void videosAndCommentsAreReadOverPagesWithAllReplies() {
        var all = all("");
        assertThat(ids(all))
                .containsExactly(
                        "Ug1",
                        "Ug1.r1",
                        "Ug1.r2",
                        "Ug1.r3",
                        "Ug1.r4",
                        "Ug1.r5",
                        "Ug2",
                        "Ug3",
                        "Ug3.r1",
                        "Ug4",
                        "Ug5",
                        "vid00000001",
                        "vid00000002",
                        "vid00000003",
                        "vid00000004",
                        "vid00000005");
        assertThat(deed(all, "Ug1").parent()).isEqualTo("vid00000001");
        assertThat(deed(all, "Ug1.r5").kind()).isEqualTo(Kind.REPLY);
        assertThat(deed(all, "Ug1.r5").parent()).isEqualTo("Ug1");
        assertThat(deed(all, "Ug1.r5").url())
                .isEqualTo("https://www.youtube.com/watch?v=vid00000001&lc=Ug1.r5");
        assertThat(deed(all, "Ug2").who()).isNull();
        assertThat(deed(all, "vid00000003").place()).isEqualTo(Studio.CHANNEL);
        assertThat(all)
                .anyMatch(
                        f ->
                                f instanceof Person p
                                        && p.id().equals("UCbob")
                                        && "UCbob".equals(p.fields().get(Found.Field.HANDLE)));
        assertThat(vendor().asked()).noneMatch(a -> a.path().contains("search"));
    }

    @Test
    void figuresOfAllVideosAreTakenOnceADay() {
        var figures = new ArrayList<Statistic>();
        var cursor = "";
        for (var more = true; more; ) {
            var caught = (Pull.Caught) pull(cursor);
            figures.addAll(caught.figures());
            cursor = caught.next();
            more = caught.more();
        }
        assertThat(figures)
                .hasSize(8)
                .allMatch(f -> f.day().toString().equals("2031-03-03"))
                .anyMatch(f -> f.name().equals("subscribers") && f.value().intValue() == 42)
                .anyMatch(
                        f ->
                                f.name().equals("views of the channel")
                                        && f.value().longValue() == 123_456_789_012L)
                .anyMatch(
                        f ->
                                f.name().equals("views")
                                        && f.of().equals(Map.of("video", "vid00000005")));
    }

    @Test
    void whenNothingIsNewLittleIsAsked() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(first.found())).containsAll(ids(second.found()));
        assertThat(vendor().asked())
                .noneMatch(a -> a.path().endsWith("/channels"))
                .noneMatch(a -> !a.one("parentId").isEmpty())
                .hasSize(5); // a page of videos and what is to be known of them, and three of
        // threads
        assertThat(round(second.next()).found()).isEqualTo(second.found());
    }

    @Test
    void editsLateRepliesAndDeletionsAreFound() {
        var first = round("");
        studio.comments.removeIf(c -> List.of("Ug2", "Ug1.r4", "Ug3.r1").contains(c.id()));
        studio.edited.add("Ug4");
        say("Ug5.r1", "Ug5", "UCbob", "Late", "2026-03-02T00:00:00Z");
        studio.videos.removeIf(v -> v.id().equals("vid00000004"));
        var second = round(first.next());
        assertThat(second.found())
                .contains(gone("Ug2"), gone("Ug1.r4"), gone("Ug3.r1"), gone("vid00000004"))
                .doesNotContain(gone("Ug1.r3"), gone("Ug1"), gone("vid00000001"));
        assertThat(deed(second.found(), "Ug4").edited())
                .isEqualTo(Instant.parse("2026-03-01T00:00:00Z"));
        assertThat(ids(second.found())).contains("Ug5.r1");
        assertThat(round(second.next()).found()).noneMatch(Found.Mark.class::isInstance);
    }

    @Test
    void oneThatIsGoneMayHaveAllOthersRefused() {
        var first = round("");
        studio.comments.removeIf(c -> List.of("Ug2", "Ug4").contains(c.id()));
        vendor().instead(
                        asked ->
                                asked.one("id").contains("Ug2") || asked.one("id").contains("Ug4")
                                        ? Studio.refusal(404, "commentNotFound")
                                        : null);
        assertThat(round(first.next()).found()).contains(gone("Ug2"), gone("Ug4"));
        vendor().instead(
                        asked ->
                                asked.one("id").contains("Ug")
                                        ? Vendor.Answer.of(404, "<h1>Not found</h1>")
                                        : null);
        assertThat(round(first.next()).found()).noneMatch(Found.Mark.class::isInstance);
    }

    @Test
    void goingOnFromAnyPageGivesTheSame() {
        var whole = ids(all(""));
        var cursor = "";
        var found = new ArrayList<Found>();
        for (var more = true; more; ) {
            pull(cursor); // cut before it was kept
            var caught = (Pull.Caught) pull(cursor);
            found.addAll(caught.page());
            cursor = caught.next();
            more = caught.more();
        }
        assertThat(ids(found)).isEqualTo(whole);
    }

    @Test
    void aDaysUnitsAreCountedBeforeTheyAreGone() {
        units = "2";
        var first = (Pull.Caught) pull(""); // one for the channel
        var second = (Pull.Caught) pull(first.next()); // one for the list of videos
        vendor().forget();
        assertThat(pull(second.next()))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class, slow -> assertThat(slow.until()).isEqualTo(until()));
        assertThat(vendor().asked()).isEmpty();
    }

    @Test
    void commentsThatAreSwitchedOffAreNoTrouble() {
        studio.commentsOff = true;
        assertThat(ids(all(""))).hasSize(5);
    }

    /// A list may name a video in its other part alone.
    @Test
    void aVideoIsKnownByEitherPartOfItsRow() {
        vendor().instead(
                        asked ->
                                asked.path().endsWith("/playlistItems")
                                        ? Vendor.Answer.of(
                                                200,
                                                "{\"items\":[{\"id\":\"UExP\",\"snippet\":{\"publishedAt\":\"2031-01-01T00:00:00.000Z\",\"resourceId\":{\"kind\":\"youtube#video\",\"videoId\":\"vid00000001\"}}}]}")
                                        : null);
        assertThat(ids(all(""))).contains("vid00000001");
    }

    @Test
    void refusalsAreToldApart() {
        vendor().instead(_ -> Studio.refusal(403, "rateLimitExceeded"));
        assertThat(pull("")).isInstanceOf(Pull.SlowDown.class);
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        429,
                                        "{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"errors\":[{\"reason\":\"rateLimitExceeded\"}],\"details\":[{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"RATE_LIMIT_EXCEEDED\",\"metadata\":{\"quota_limit\":\"defaultPerDayPerProject\",\"quota_unit\":\"1/d/{project}\"}}]}}"));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class, slow -> assertThat(slow.until()).isEqualTo(until()));
        vendor().instead(_ -> Studio.refusal(403, "accessNotConfigured"));
        assertThat(pull("")).isInstanceOf(Pull.SignInAgain.class);
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        400,
                                        "{\"error\":{\"code\":400,\"status\":\"INVALID_ARGUMENT\",\"details\":[{\"@type\":\"ErrorInfo\",\"reason\":\"API_KEY_INVALID\"}]}}"));
        assertThat(pull("")).isInstanceOf(Pull.SignInAgain.class);
    }

    @Test
    void aLiveChatIsReadUntilItIsQuiet() {
        video("vidLIVE0001", "2031-03-03T08:00:00Z", "chat1");
        studio.chats("LCC.1", "textMessageEvent", Map.of("displayMessage", "Hello"));
        studio.chats(
                "LCC.2",
                "superChatEvent",
                Map.of(
                        "superChatDetails",
                        Map.of("amountDisplayString", "€5.00", "userComment", "Well done")));
        studio.chats(
                "LCC.3",
                "messageDeletedEvent",
                Map.of("messageDeletedDetails", Map.of("deletedMessageId", "LCC.1")));
        studio.chats(
                "LCC.4",
                "userBannedEvent",
                Map.of(
                        "userBannedDetails",
                        Map.of("bannedUserDetails", Map.of("channelId", "UCspam"))));
        var first = round("");
        assertThat(deed(first.found(), "LCC.1").text()).isEqualTo("Hello");
        assertThat(deed(first.found(), "LCC.2").kind()).isEqualTo(Kind.DONATION);
        assertThat(deed(first.found(), "LCC.2").facts()).containsEntry("amount", "€5.00");
        assertThat(deed(first.found(), "LCC.4").who()).isEqualTo("UCspam");
        assertThat(first.found()).contains(gone("LCC.1"));
        studio.chats("LCC.5", "textMessageEvent", Map.of("displayMessage", "Bye"));
        assertThat(ids(round(first.next()).found())).contains("LCC.5").doesNotContain("LCC.1");
        var line = line();
        var cursor = "";
        Pull came;
        do {
            came = Pulling.pull(connector(), line, cursor);
            cursor = came instanceof Pull.Caught caught ? caught.next() : cursor;
        } while (came instanceof Pull.Caught);
        assertThat(came)
                .isEqualTo(
                        new Pull.SlowDown(NOW.plusMillis(4500), "YouTube allows no more for now."));
    }

    @Test
    void itsPublicVideosAreCounted() {
        var counting = connector().counting().orElseThrow();
        assertThat(counting.count(line()))
                .singleElement()
                .satisfies(
                        total -> {
                            assertThat(total.name()).isEqualTo("public videos of Moot");
                            assertThat(total.theirs()).isEqualTo(studio.videos.size());
                            assertThat(total.place()).isEqualTo("Moot");
                        });
    }
}
