package org.folkmoot.sources.stackexchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.folkmoot.sources.Budget;
import org.folkmoot.sources.Connection;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class StackExchangeConnectorTests extends ConnectorContract {

    private static final long T = 1_500_000_000;

    private final Board board = new Board();
    private String tags = "";

    StackExchangeConnectorTests() {
        board.ask(1, 1, "What&#39;s a &lt;key&gt;?", T);
        for (int n = 2; n <= 6; n++) {
            board.ask(n, 2, "Question " + n, T + 500); // all in one second
        }
        board.ask(7, 0, "Last", T + 900);
        board.answer(11, 1, 2, T + 10);
        board.answer(12, 1, 3, T + 20);
        board.answer(13, 1, 0, T + 30);
        board.comment(21, 1, 3, T + 40);
        board.comment(22, 11, 1, T + 41);
        board.comment(23, 12, 1, T + 42);
    }

    @Override
    protected Connector connector() {
        return new StackExchangeConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        return board.answer(asked);
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of(
                "base-url", base, "site", "https://tex.stackexchange.com/questions", "tags", tags);
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(
                400,
                "{\"error_id\":502,\"error_name\":\"throttle_violation\",\"error_message\":\"too many requests from this IP, more requests available in 82216 seconds\"}");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(82_216);
    }

    @Test
    void allIsReadOverPagesAlsoWhereManyStirredAtOnce() {
        assertThat(ids(all("")))
                .containsExactly(
                        "comment/21",
                        "comment/22",
                        "comment/23",
                        "post/1",
                        "post/11",
                        "post/12",
                        "post/13",
                        "post/2",
                        "post/3",
                        "post/4",
                        "post/5",
                        "post/6",
                        "post/7");
    }

    @Test
    void titlesAndNamesAreUnpackedAndTextsStayHtml() {
        var all = all("");
        assertThat(deed(all, "post/1").title()).isEqualTo("What's a <key>?");
        assertThat(deed(all, "post/1").facts()).containsEntry("tags", "keys, odd");
        assertThat(deed(all, "post/1").source()).isEqualTo("stackexchange:tex.stackexchange.com");
        assertThat(deed(all, "post/11").text()).isEqualTo("<p>So &amp; so.</p>");
        assertThat(deed(all, "post/11").parent()).isEqualTo("post/1");
        assertThat(deed(all, "comment/22").parent()).isEqualTo("post/11");
        assertThat(deed(all, "post/7").who()).isEqualTo("name:user39");
        assertThat(all)
                .filteredOn(f -> f instanceof Person p && p.id().equals("1"))
                .last()
                .satisfies(
                        f ->
                                assertThat(((Person) f).fields())
                                        .containsEntry("name", "Ada \"A\" O'Moot")
                                        .containsEntry("location", "Köln")
                                        .containsEntry("account_id", "1001"));
    }

    /// As some filters have it.
    @Test
    void whatAQuestionBringsAlongIsReadWithIt() {
        vendor().instead(
                        asked ->
                                Vendor.Answer.of(
                                        200,
                                        asked.path().equals("/questions")
                                                ? """
                                                {"items":[{"question_id":31,"title":"Why?","body_markdown":"a &lt; b","creation_date":1459908076,"last_activity_date":1459975066,"owner":{"user_type":"does_not_exist"},
                                                  "comments":[{"comment_id":33,"post_id":31,"creation_date":1459909111,"owner":{"user_id":2,"display_name":"Grace"}}],
                                                  "answers":[{"answer_id":32,"question_id":31,"creation_date":1459975066,"owner":{"user_id":1,"display_name":"Ada"},
                                                    "comments":[{"comment_id":34,"post_id":32,"creation_date":1459975077}]}]}],"has_more":false,"quota_max":300,"quota_remaining":299}
                                                """
                                                : "{\"items\":[],\"has_more\":false}"));
        var all = all("");
        assertThat(ids(all)).containsExactly("comment/33", "comment/34", "post/31", "post/32");
        assertThat(deed(all, "post/31").text()).isEqualTo("a &lt; b");
        assertThat(deed(all, "post/31").who()).isNull();
        assertThat(deed(all, "comment/34").parent()).isEqualTo("post/32");
    }

    @Test
    void whenNothingIsNewOneRequestIsEnough() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(vendor().asked()).hasSize(1);
        assertThat(ids(second.found())).containsExactly("post/7");
        assertThat(second.next()).isEqualTo(round(second.next()).next());
    }

    @Test
    void answersEditsAndAcceptanceAreFoundLater() {
        var first = round("");
        board.edit(2, "<p>How on earth?</p>", T + 2000);
        board.answer(14, 3, 1, T + 2100);
        board.stir(1, T + 2200, 12);
        var found = all(first.next());
        assertThat(ids(found)).contains("post/14").doesNotContain("post/4");
        assertThat(deed(found, "post/2").text()).isEqualTo("<p>How on earth?</p>");
        assertThat(deed(found, "post/2").edited()).isEqualTo(Instant.ofEpochSecond(T + 2000));
        assertThat(found)
                .contains(
                        new Found.Mark(
                                "stackexchange:tex.stackexchange.com",
                                "post/12",
                                Found.Mark.What.ACCEPTED,
                                "1",
                                null));
    }

    @Test
    void whatVanishesBetweenTwoPagesTakesNoOtherAlong() {
        var caught = (Pull.Caught) pull("");
        while (!caught.doing().startsWith("comments")) {
            caught = (Pull.Caught) pull(caught.next());
        }
        board.questions.removeIf(q -> q.id() == 1);
        assertThat(ids(all(caught.next())))
                .contains("post/2", "post/3", "post/4", "post/5", "post/6", "post/7");
    }

    @Test
    void onceADayTheLastWeeksAreReadAgainForLateComments() {
        var now = NOW.getEpochSecond();
        board.ask(8, 1, "Today", now - 86_400);
        board.ask(9, 1, "And later", now - 3_600);
        var first = round("");
        board.comment(24, 8, 2, now);
        assertThat(ids(all(first.next()))).doesNotContain("comment/24");
        var dayBefore = NOW.minusSeconds(86_400).toString();
        var yesterday = first.next().replace("\"" + NOW + "\"", "\"" + dayBefore + "\"");
        assertThat(yesterday).contains(dayBefore);
        assertThat(ids(all(yesterday))).contains("comment/24").doesNotContain("post/7");
    }

    /// As if the last weeks had been read again a day ago.
    private static String aDayLater(String cursor) {
        return cursor.replace("\"" + NOW + "\"", "\"" + NOW.minusSeconds(86_400) + "\"");
    }

    @Test
    void onceADayWhatIsThereNoMoreIsFound() {
        var first = round("");
        board.questions.removeIf(q -> q.id() == 7);
        board.answers.removeIf(a -> a.id() == 12);
        board.comments.removeIf(c -> c.id() == 21);
        assertThat(gone(all(first.next()))).isEmpty();
        var second = round(aDayLater(first.next()));
        assertThat(gone(second.found()))
                .containsExactlyInAnyOrder("post/7", "post/12", "comment/21");
        assertThat(vendor().asked())
                .filteredOn(asked -> asked.path().matches("/(questions|answers|comments)/[\\d;]+"))
                .isNotEmpty()
                .allMatch(asked -> asked.number("pagesize", 0) == 100);
        assertThat(gone(all(aDayLater(second.next())))).isEmpty();
    }

    @Test
    void aCutAnswerSaysNothingOfWhatItLacks() {
        var first = round("");
        for (var cut :
                List.of(
                        "{\"items\":[],\"has_more\":true}",
                        "{\"items\":[],\"has_more\":false}",
                        "{\"has_more\":false}")) {
            vendor().instead(
                            asked ->
                                    asked.path().matches("/(questions|answers|comments)/[\\d;]+")
                                            ? Vendor.Answer.of(200, cut)
                                            : null);
            assertThat(gone(all(aDayLater(first.next())))).as(cut).isEmpty();
        }
    }

    @Test
    void eachTagIsReadToItsEnd() {
        tags = "keys;odd";
        assertThat(ids(all(""))).contains("post/1", "post/7").doesNotContain("post/2");
        tags = "odd, even";
        assertThat(connector().nameOf(connection())).isEqualTo("tex.stackexchange.com: odd, even");
        var first = round("");
        assertThat(ids(first.found())).hasSize(13);
        vendor().forget();
        assertThat(ids(round(first.next()).found()))
                .containsExactly("post/2", "post/4", "post/6", "post/7");
        assertThat(vendor().asked()).allMatch(a -> a.path().equals("/questions"));
    }

    @Test
    void aPauseAndTheDaysQuotaAreTakenFromTheAnswerItself() {
        var manners = connector().manners();
        board.backoff = 10;
        var reply =
                line().ask(
                                org.folkmoot.sources.Ask.get(
                                        java.net.URI.create(vendor().url()),
                                        "/users/1?site=tex.stackexchange.com&filter=withbody&pagesize=1"));
        var left = manners.budget(reply, NOW, Budget.UNKNOWN);
        assertThat(left.remaining()).isEqualTo(289);
        assertThat(left.most()).isEqualTo(300);
        assertThat(left.shutAt(NOW)).isEqualTo(NOW.plusSeconds(10));
        assertThat(left.shutAt(NOW.plusSeconds(10))).isNull();
        var spent = new Budget(0L, 300L, left.resetsAt(), null);
        assertThat(spent.shutAt(NOW)).isEqualTo(Instant.parse("2031-03-04T00:00:00Z"));
    }

    @Test
    void aWrongKeyOrSiteIsForAPersonToMend() {
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        400,
                                        "{\"error_id\":400,\"error_message\":\"`key` doesn't match a known application\"}"));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SignInAgain.class, s -> assertThat(s.why()).contains("key"));
        vendor().instead(
                        _ ->
                                Vendor.Answer.of(
                                        400,
                                        "{\"error_id\":400,\"error_message\":\"No site found for name\"}"));
        assertThat(pull(""))
                .isInstanceOfSatisfying(
                        Pull.SignInAgain.class, s -> assertThat(s.why()).contains("site"));
        vendor().instead(_ -> Vendor.Answer.of(500, "{\"error_id\":500}"));
        assertThat(pull("")).isInstanceOf(Pull.Unreachable.class);
    }

    @Test
    void sitesAreKnownByTheirShortNamesToo() {
        for (var name :
                new String[] {"tex", "tex.stackexchange.com", "https://tex.stackexchange.com/"}) {
            assertThat(StackExchangeApi.host(new Connection(7, Map.of("site", name), Map.of())))
                    .isEqualTo("tex.stackexchange.com");
        }
        assertThat(
                        StackExchangeApi.host(
                                new Connection(7, Map.of("site", "stackoverflow"), Map.of())))
                .isEqualTo("stackoverflow.com");
        assertThat(connector().wrongWith(new Connection(7, Map.of("site", "a b"), Map.of())))
                .isPresent();
    }
}
