package org.folkmoot.sources.reddit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class RedditConnectorTests extends ConnectorContract {

    private final Subreddit moot = new Subreddit();
    private String also = "";

    RedditConnectorTests() {
        moot.post("a", 100, "How do I rotate keys?", "Ada", 4);
        moot.post("b", 90, "News", "Grace", 0);
        moot.post("c", 80, "Old", "[deleted]", 0);
        moot.comment("c", 110, "t3_a", "Like so.", "Grace");
        moot.comment("d", 120, "t1_c", "Thanks", "AutoModerator");
        moot.comment("e", 130, "t3_a", "Not so.", "Mallory");
        moot.comment("f", 140, "t1_d", "Deep", "Ada");
        moot.change("t1_e", "user_reports", List.of(List.of("It's rude", 2)));
        moot.log.add(logged("ModAction_1", "banuser", 150, "t2_m", "Mallory"));
        moot.log.add(logged("ModAction_2", "removecomment", 140, "t1_old", "Mallory"));
    }

    private static Map<String, Object> logged(
            String id, String action, long at, String target, String author) {
        return Map.of(
                "kind",
                "modaction",
                "data",
                Map.of(
                        "id",
                        id,
                        "action",
                        action,
                        "created_utc",
                        Subreddit.BEGAN + at,
                        "mod",
                        "Ada",
                        "subreddit",
                        "moot",
                        "target_fullname",
                        target,
                        "target_author",
                        author,
                        "details",
                        "spam"));
    }

    @Override
    protected Connector connector() {
        return new RedditConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers())
                .containsEntry("authorization", "Bearer " + SECRET)
                .containsEntry("user-agent", "server:org.folkmoot:v1 (by /u/Ada)");
        if (asked.method().equals("GET")) {
            assertThat(asked.one("raw_json")).isEqualTo("1");
        }
        return moot.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "subreddits", "r/Moot" + also, "username", "Ada");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "{\"message\":\"Too Many Requests\",\"error\":429}")
                .with("X-Ratelimit-Used", "600")
                .with("X-Ratelimit-Remaining", "0.0")
                .with("X-Ratelimit-Reset", "87");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(87);
    }

    @Test
    void postsAndWholeTreesAreRead() {
        var found = all("");
        assertThat(ids(found))
                .contains("t3_a", "t3_b", "t3_c", "t1_c", "t1_d", "t1_e", "t1_f")
                .contains("ModAction_1", "ModAction_2", "modmail/1a/z1", "modmail/1a/z2")
                .doesNotContain("modmail/1a/z3");
        assertThat(deed(found, "t1_f").parent()).isEqualTo("t1_d");
        assertThat(deed(found, "t3_a").place()).isEqualTo("moot");
        assertThat(deed(found, "t3_a").url())
                .isEqualTo("https://www.reddit.com/r/Moot/comments/t3_a/");
        assertThat(deed(found, "t3_c").who()).isNull();
        assertThat(deed(found, "ModAction_1").kind()).isEqualTo(Kind.BAN);
        assertThat(deed(found, "ModAction_1").who()).isEqualTo("mallory");
        assertThat(deed(found, "modmail/1a/z2").parent()).isEqualTo("modmail/1a/z1");
        assertThat(deed(found, "t1_e/report//It's rude").parent()).isEqualTo("t1_e");
        assertThat(found)
                .filteredOn(f -> f instanceof Person p && p.flags().contains(Person.Flag.BOT))
                .extracting(f -> ((Person) f).id())
                .containsOnly("automoderator");
    }

    @Test
    void aSecondRoundFindsNothingNewAndAsksLittle() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
        assertThat(gone(second.found())).isEmpty();
        assertThat(vendor().asked()).hasSizeLessThan(12).noneMatch(a -> a.path().contains("tree"));
    }

    @Test
    void whatIsEditedRemovedOrLateIsFoundAgain() {
        var first = round("");
        moot.change("t3_b", "selftext", "News, and more");
        moot.change("t3_b", "edited", Subreddit.BEGAN + 200.0);
        moot.change("t1_c", "removed_by_category", "moderator");
        moot.change("t1_c", "body", "[removed]");
        moot.things.remove("t1_d");
        moot.comment("late", 9_000, "t3_c", "Better late", "Grace");
        var second = all(first.next());
        assertThat(deed(second, "t3_b").text()).isEqualTo("News, and more");
        assertThat(deed(second, "t3_b").edited())
                .isEqualTo(Instant.ofEpochSecond(Subreddit.BEGAN + 200));
        assertThat(deed(second, "t1_late").parent()).isEqualTo("t3_c");
        assertThat(gone(second)).contains("t1_c").doesNotContain("t3_b");
        assertThat(second).noneMatch(f -> f instanceof Deed d && "[removed]".equals(d.text()));
    }

    @Test
    void whatIsHeldBackIsANoteForTheModerators() {
        moot.change("t1_e", "removed_by_category", "automod_filtered");
        var found = all("");
        assertThat(deed(found, "t1_e/held").parent()).isEqualTo("t1_e");
        assertThat(gone(found)).doesNotContain("t1_e");
    }

    /// A comment has no category: who took it away is told, whatever `removed` says.
    @Test
    void aCommentThatAModeratorTookAwayIsGoneAndOneThatAwaitsADecisionIsNot() {
        moot.change("t1_c", "banned_by", "Ada");
        moot.change("t1_c", "removed", false);
        moot.change("t1_d", "banned_by", "AutoModerator");
        moot.change("t1_e", "banned_by", true);
        var found = all("");
        assertThat(gone(found)).containsExactly("t1_c");
        assertThat(ids(found)).contains("t1_d", "t1_e", "t1_e/held").doesNotContain("t1_c");
    }

    @Test
    void numbersMayBeTexts() {
        moot.change("t3_b", "created_utc", Long.toString(Subreddit.BEGAN + 90));
        moot.change("t3_b", "edited", Subreddit.BEGAN + 95 + ".0");
        var post = deed(all(""), "t3_b");
        assertThat(post.at()).isEqualTo(Instant.ofEpochSecond(Subreddit.BEGAN + 90));
        assertThat(post.edited()).isEqualTo(Instant.ofEpochSecond(Subreddit.BEGAN + 95));
    }

    @Test
    void whoModeratesNothingReadsTheRest() {
        moot.moderator = false;
        assertThat(ids(all(""))).contains("t3_a", "t1_f").doesNotContain("ModAction_1");
    }

    @Test
    void aSubredditThatIsShutHindersNoOther() {
        also = ",secret,nowhere";
        vendor().instead(
                        asked ->
                                asked.path().equals("/r/secret/about")
                                        ? Vendor.Answer.of(403, "{\"reason\":\"private\"}")
                                        : null);
        var found = round("").found();
        assertThat(ids(found)).contains("t3_a");
        assertThat(found)
                .filteredOn(Found.Refused.class::isInstance)
                .extracting(f -> ((Found.Refused) f).reason())
                .containsExactly(
                        "Reddit does not show this subreddit (private).",
                        "Reddit does not show this subreddit (404).");
    }

    /// Reddit leads on to a search for subreddits of a similar name.
    @Test
    void aSubredditThatIsNotThereBringsNothingOfOthers() {
        also = ",moott";
        vendor().instead(
                        asked ->
                                switch (asked.path()) {
                                    case "/r/moott/about", "/r/moott/new" ->
                                            Vendor.Answer.of(302, "")
                                                    .with(
                                                            "Location",
                                                            "/subreddits/search?q=moott&raw_json=1");
                                    case "/subreddits/search" ->
                                            Vendor.Answer.of(
                                                    200,
                                                    "{\"kind\":\"Listing\",\"data\":{\"after\":\"t5_2\",\"children\":[{\"kind\":\"t5\",\"data\":{\"name\":\"t5_2\",\"display_name\":\"Moot\",\"created_utc\":1900000000.0}}]}}");
                                    default -> null;
                                });
        var found = round("").found();
        assertThat(found)
                .filteredOn(Found.Refused.class::isInstance)
                .extracting(f -> ((Found.Refused) f).reason())
                .containsExactly("Reddit does not show this subreddit (404).");
        assertThat(found).noneMatch(f -> f instanceof Found.Place p && p.id().equals("moott"));
        assertThat(vendor().asked()).noneMatch(asked -> asked.path().equals("/r/moott/new"));
    }

    @Test
    void nothingIsAskedOnceTheLimitIsUsedUp() {
        moot.left = "0.0";
        var line = line();
        connector().pull(line, "");
        vendor().forget();
        assertThatThrownBy(() -> connector().pull(line, "")).isInstanceOf(RuntimeException.class);
        assertThat(vendor().asked()).isEmpty();
    }

    private Act act(Act.What what, String target, String text, Map<String, String> more) {
        return new Act("key", what, target, "A title", text, more, NOW);
    }

    @Test
    void itPostsAnswersAndModerates() {
        vendor().instead(
                        asked ->
                                switch (asked.path()) {
                                    case "/api/submit" ->
                                            Vendor.Answer.of(
                                                    200,
                                                    "{\"json\":{\"errors\":[],\"data\":{\"url\":\"https://www.reddit.com/r/moot/comments/n/\",\"id\":\"n\",\"name\":\"t3_n\"}}}");
                                    case "/api/comment" ->
                                            Vendor.Answer.of(
                                                    200,
                                                    "{\"json\":{\"errors\":[],\"data\":{\"things\":[{\"kind\":\"t1\",\"data\":{\"id\":\"n\",\"name\":\"t1_n\",\"permalink\":\"/r/moot/n\"}}]}}}");
                                    case "/api/mod/conversations/1a" ->
                                            Vendor.Answer.of(
                                                    200,
                                                    "{\"conversation\":{\"objIds\":[{\"id\":\"z1\",\"key\":\"messages\"},{\"id\":\"z9\",\"key\":\"messages\"}]}}");
                                    default -> Vendor.Answer.of(200, "{}");
                                });
        var acts = connector().acting().orElseThrow();
        assertThat(acts.act(line(), act(Act.What.POST, "moot", "Hello & good day", Map.of())).id())
                .isEqualTo("t3_n");
        assertThat(vendor().asked().getLast().body())
                .contains(
                        "sr=moot", "kind=self", "title=A%20title", "text=Hello%20%26%20good%20day");
        assertThat(acts.act(line(), act(Act.What.REPLY, "t1_c", "Yes", Map.of())).id())
                .isEqualTo("t1_n");
        assertThat(vendor().asked().getLast().body()).contains("thing_id=t1_c");
        assertThat(acts.act(line(), act(Act.What.REPLY, "modmail/1a/z1", "Yes", Map.of())).id())
                .isEqualTo("modmail/1a/z9");
        acts.act(line(), act(Act.What.HIDE, "t1_c", "", Map.of()));
        assertThat(vendor().asked().getLast().body()).contains("id=t1_c", "spam=false");
        acts.act(line(), act(Act.What.APPROVE, "t1_c", "", Map.of()));
        assertThat(vendor().asked().getLast().path()).isEqualTo("/api/approve");
        acts.act(line(), act(Act.What.TIMEOUT, "mallory", "rude", Map.of("minutes", "1500")));
        assertThat(vendor().asked().getLast().path()).isEqualTo("/r/moot/api/friend");
        assertThat(vendor().asked().getLast().body())
                .contains("name=mallory", "duration=2", "type=banned");
        acts.act(line(), act(Act.What.LIFT, "mallory", "", Map.of()));
        assertThat(vendor().asked().getLast().path()).isEqualTo("/r/moot/api/unfriend");
        assertThatThrownBy(() -> acts.act(line(), act(Act.What.REPLY, "12", "Yes", Map.of())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatRedditRefusesIsSaidInItsWordsAndTooMuchIsWaitedFor() {
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        200,
                                        "{\"json\":{\"errors\":[[\"SUBREDDIT_NOEXIST\",\"Hmm, that community doesn't exist.\",\"sr\"]]}}"));
        var acts = connector().acting().orElseThrow();
        assertThatThrownBy(() -> acts.act(line(), act(Act.What.POST, "moot", "x", Map.of())))
                .hasMessageContaining("that community doesn't exist");
        var slow =
                Vendor.Answer.of(
                        200,
                        "{\"json\":{\"ratelimit\":250.5,\"errors\":[[\"RATELIMIT\",\"Take a break for 4 minutes\",\"ratelimit\"]]}}");
        vendor().instead(_ -> slow);
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SlowDown.class,
                        s -> assertThat(s.until()).isEqualTo(NOW.plusMillis(250_500)));
    }

    @Test
    void afterALostAnswerItFindsWhatIsThere() {
        var row =
                "{\"kind\":\"Listing\",\"data\":{\"children\":[{\"kind\":\"t1\",\"data\":{\"name\":\"t1_n\",\"parent_id\":\"t1_c\",\"body\":\"Yes \",\"created_utc\":%d.0,\"permalink\":\"/r/moot/n\"}}]}}"
                        .formatted(NOW.getEpochSecond());
        vendor().instead(
                        asked ->
                                asked.path().equals("/user/Ada/comments")
                                        ? Vendor.Answer.of(200, row)
                                        : null);
        var acts = connector().acting().orElseThrow();
        assertThat(acts.find(line(), act(Act.What.REPLY, "t1_c", "Yes", Map.of())))
                .hasValueSatisfying(done -> assertThat(done.id()).isEqualTo("t1_n"));
        assertThat(acts.find(line(), act(Act.What.REPLY, "t1_d", "Yes", Map.of()))).isEmpty();
    }
}
