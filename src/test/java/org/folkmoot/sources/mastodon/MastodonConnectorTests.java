package org.folkmoot.sources.mastodon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MastodonConnectorTests extends ConnectorContract {

    private final Instance instance = new Instance();

    MastodonConnectorTests() {
        instance.say(10, "ada", "", "How do I thread 24 shafts?", "Weaving");
        instance.say(11, "grace@far.example", "10", "Count in groups.");
        instance.say(12, "ada", "11", "Thanks");
        instance.say(13, "grace@far.example", "", "Look", "weaving");
        instance.say(14, "ada", "", "Bye");
        instance.say(20, "linus@far.example", "", "Elsewhere");
        instance.say(21, "ada", "20", "Indeed");
        instance.say(22, "linus@far.example", "", "Psst").put("visibility", "direct");
        instance.notify(30, "mention", "grace@far.example", 11);
        instance.notify(31, "favourite", "grace@far.example", 10);
        instance.notify(32, "follow", "grace@far.example", 0);
        instance.notify(33, "reblog", "grace@far.example", 10);
        instance.notify(34, "mention", "linus@far.example", 22);
        instance.reports.add(
                Instance.json(
                        Map.of(
                                "id", "3",
                                "category", "spam",
                                "comment", "Adverts",
                                "created_at", "2025-03-05T00:00:00.000Z",
                                "account", Map.of("account", Instance.account("1", "ada")),
                                "target_account",
                                        Map.of(
                                                "account",
                                                Instance.account("9", "eve@far.example")))));
    }

    @Override
    protected Connector connector() {
        return new MastodonConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        assertThat(asked.headers()).containsEntry("authorization", "Bearer " + SECRET);
        return instance.answer(asked);
    }

    @Override
    protected List<String> contractLeavesOut() {
        return List.of(
                ".*No API path found.*/admin/.*", // in methods/admin of the documentation
                "(?s)POST /api/v1/statuses: Unable to parse JSON.*"); // the key is no JSON
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "tags", "#Weaving", "domain", Instance.HOST);
    }

    /// The API may be reached by another name, such as that of a proxy.
    @Test
    void anAccountIsAtHomeWhereItsPageIs() {
        var ada =
                JsonMapper.shared()
                        .readTree("{\"acct\":\"Ada\",\"url\":\"https://Weave.example:8443/@Ada\"}");
        assertThat(new Names("127.0.0.1", false, NOW).of(ada)).isEqualTo("ada@weave.example");
        assertThat(new Names("cloth.example", true, NOW).of(ada)).isEqualTo("ada@cloth.example");
        var bare = JsonMapper.shared().readTree("{\"username\":\"ada\",\"url\":null}");
        assertThat(new Names("127.0.0.1", false, NOW).of(bare)).isEqualTo("ada@127.0.0.1");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "{\"error\":\"Too many requests\"}")
                .with("X-RateLimit-Limit", "300")
                .with("X-RateLimit-Remaining", "0")
                .with("X-RateLimit-Reset", "2031-03-03T10:04:30.123456Z");
    }

    @Override
    protected Instant until() {
        return Instant.parse("2031-03-03T10:04:30.123456Z");
    }

    @Test
    void allOfItIsReadPageByPage() {
        var all = all("");
        var first = Instance.uri(10);
        assertThat(ids(all))
                .contains(first, Instance.uri(11), Instance.uri(12), Instance.uri(13))
                .contains(Instance.uri(14), Instance.uri(21))
                .contains(first + "/favourite/grace@far.example")
                .contains(first + "/reblog/grace@far.example")
                .contains("follow/ada@moot.example/grace@far.example", "report/moot.example/3")
                .doesNotContain(Instance.uri(22), Instance.uri(20));
        assertThat(deed(all, first).place()).isEqualTo("#weaving");
        assertThat(deed(all, first).who()).isEqualTo("ada@moot.example");
        assertThat(deed(all, first).kind()).isEqualTo(Kind.MESSAGE);
        assertThat(deed(all, Instance.uri(11)).parent()).isEqualTo(first);
        assertThat(deed(all, Instance.uri(11)).kind()).isEqualTo(Kind.REPLY);
        assertThat(deed(all, Instance.uri(12)).parent()).isEqualTo(Instance.uri(11));
        assertThat(deed(all, Instance.uri(21)).parent()).isEqualTo(Instance.uri(20));
        assertThat(deed(all, "report/moot.example/3").facts())
                .containsEntry("about", "eve@far.example");
        assertThat(all)
                .filteredOn(f -> f instanceof Person p && p.id().equals("f5@far.example"))
                .hasSize(1);
        assertThat(vendor().asked()).noneMatch(a -> a.path().contains("elsewhere"));
    }

    @Test
    void howManyFollowThatIsKept() {
        assertThat(((Pull.Caught) pull("")).figures())
                .extracting(f -> f.name() + f.value())
                .containsExactly("followers42", "posts7");
    }

    @Test
    void aPostIsTheSameWhereverItIsMet() {
        var deeds = new java.util.HashMap<String, Deed>();
        for (var found : all("")) {
            if (found instanceof Deed deed) {
                var before = deeds.put(deed.id(), deed);
                assertThat(before == null || before.equals(deed)).as(deed.id()).isTrue();
            }
        }
    }

    @Test
    void aSecondRoundFindsNothingNewAndAsksLittle() {
        var first = round("");
        instance.page = 40;
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isSubsetOf(ids(first.found()));
        assertThat(vendor().asked()).hasSize(5);
        assertThat(gone(second.found())).isEmpty();
    }

    @Test
    void editsDeletionsAndLateAnswersAreFound() {
        instance.page = 40;
        var first = round("");
        instance.said(14)
                .put("content", "<p>Bye, all</p>")
                .put("edited_at", "2025-03-06T00:00:00Z");
        instance.posts.remove("12");
        instance.say(40, "linus@far.example", "13", "I do.");
        var second = round(first.next());
        assertThat(deed(second.found(), Instance.uri(14)).text()).contains("Bye, all");
        assertThat(deed(second.found(), Instance.uri(14)).edited()).isNotNull();
        assertThat(gone(second.found())).containsExactly(Instance.uri(12));
        assertThat(deed(second.found(), Instance.uri(40)).parent()).isEqualTo(Instance.uri(13));
        assertThat(gone(round(second.next()).found())).isEmpty();
    }

    @Test
    void whatIsOnlyShownNoMoreIsNotTakenForDeleted() {
        instance.page = 40;
        var first = round("");
        instance.said(13).putArray("tags");
        assertThat(gone(round(first.next()).found())).isEmpty();
    }

    @Test
    void whatIsUsedUpIsWaitedForBeforeItBites() {
        vendor().instead(a -> answer(a).with("X-RateLimit-Remaining", "0"));
        var line = line();
        line.ask(new MastodonApi(line).get("/api/v1/notifications"));
        vendor().forget();
        assertThat(catchThrowable(() -> new MastodonApi(line).me())).isNotNull();
        assertThat(vendor().asked()).isEmpty();
    }

    @Test
    void whoModeratesNothingReadsTheRest() {
        instance.moderates = false;
        var first = round("");
        assertThat(ids(first.found())).contains(Instance.uri(10)).doesNotContain("report/3");
        vendor().forget();
        round(first.next());
        assertThat(vendor().asked()).noneMatch(a -> a.path().contains("reports"));
    }

    @Test
    void itsPostsAreCounted() {
        assertThat(connector().counting().orElseThrow().count(line()))
                .singleElement()
                .satisfies(
                        total -> {
                            assertThat(total.theirs()).isEqualTo(7);
                            assertThat(total.source()).isEqualTo("mastodon");
                            assertThat(total.by()).isEqualTo("ada@" + Instance.HOST);
                            assertThat(total.kinds())
                                    .containsExactlyInAnyOrder(
                                            Kind.MESSAGE, Kind.REPLY, Kind.SHARE);
                        });
    }
}
