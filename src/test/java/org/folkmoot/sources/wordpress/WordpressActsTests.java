package org.folkmoot.sources.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Act.What;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What we write on a site.
class WordpressActsTests extends ConnectorContract {

    private final Blog blog = new Blog();
    private final WordpressActs acts = new WordpressActs();

    WordpressActsTests() {
        blog.password = SECRET;
        blog.post(3, "2031-03-03T10:00:00");
        var page = new Blog.Row(9, "2020-01-01T10:00:00", 0, 0);
        blog.pages.put(9L, page);
        blog.comment(5, "2020-01-01T11:00:00", 3, 0);
    }

    @Override
    protected Connector connector() {
        return new WordpressConnector();
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        if (asked.method().equals("GET")) {
            return blog.answer(asked);
        }
        assertThat(asked.headers()).containsKey("authorization");
        return Vendor.Answer.of(201, "{\"id\":77,\"link\":\"https://blog.example.org/x/\"}");
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base, "username", "ada");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(503, "<h1>busy</h1>").with("Retry-After", "30");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(30);
    }

    private static Act act(What what, String target, String text, Map<String, String> more) {
        return new Act(
                "folkmoot-1", what, target, what == What.POST ? "News" : "", text, more, NOW);
    }

    private Vendor.Asked done(Act act, String id) {
        assertThat(acts.act(line(), act).id()).isEqualTo(id);
        return vendor().asked().getLast();
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text.replace('\'', '"'));
    }

    @Test
    void aPostIsPublishedKeptAsADraftOrScheduled() {
        var sent = done(act(What.POST, "blog", "Hello", Map.of()), "77");
        assertThat(sent.path()).isEqualTo("/wp-json/wp/v2/posts");
        assertThat(sent.json())
                .isEqualTo(json("{'title':'News','content':'Hello','status':'publish'}"));
        assertThat(done(act(What.POST, "pages", "Hello", Map.of("status", "draft")), "77").json())
                .isEqualTo(json("{'title':'News','content':'Hello','status':'draft'}"));
        assertThat(
                        done(
                                        act(
                                                What.POST,
                                                "blog",
                                                "Hello",
                                                Map.of("scheduled", "2031-05-01T09:00:00Z")),
                                        "77")
                                .json())
                .isEqualTo(
                        json(
                                "{'title':'News','content':'Hello','status':'future','date_gmt':'2031-05-01T09:00:00'}"));
        assertThatThrownBy(
                        () ->
                                acts.act(
                                        line(),
                                        act(What.POST, "blog", "x", Map.of("status", "soon"))))
                .hasMessageContaining("not soon");
    }

    @Test
    void aReplyGoesUnderAPostOrAComment() {
        assertThat(done(act(What.REPLY, "3", "Thanks", Map.of()), "c77").json())
                .isEqualTo(json("{'post':3,'content':'Thanks'}"));
        var sent = done(act(What.REPLY, "c5", "Thanks", Map.of()), "c77");
        assertThat(sent.path()).isEqualTo("/wp-json/wp/v2/comments");
        assertThat(sent.json()).isEqualTo(json("{'post':3,'parent':5,'content':'Thanks'}"));
    }

    @Test
    void commentsAreApprovedHeldThrownAwayOrCalledSpam() {
        var sent = done(act(What.APPROVE, "c5", "", Map.of()), "c77");
        assertThat(sent.path()).isEqualTo("/wp-json/wp/v2/comments/5");
        assertThat(sent.json()).isEqualTo(json("{'status':'approved'}"));
        assertThat(done(act(What.HIDE, "c5", "", Map.of()), "c77").json())
                .isEqualTo(json("{'status':'hold'}"));
        assertThat(done(act(What.DELETE, "c5", "", Map.of("as", "spam")), "c77").json())
                .isEqualTo(json("{'status':'spam'}"));
        var gone = done(act(What.DELETE, "c5", "", Map.of()), "c5");
        assertThat(gone.method()).isEqualTo("DELETE");
        assertThat(gone.query()).isEmpty();
        assertThat(done(act(What.EDIT, "c5", "Otherwise", Map.of()), "c77").json())
                .isEqualTo(json("{'content':'Otherwise'}"));
    }

    @Test
    void postsAndPagesAreToldApart() {
        assertThat(done(act(What.EDIT, "9", "Otherwise", Map.of()), "77").path())
                .isEqualTo("/wp-json/wp/v2/pages/9");
        assertThat(done(act(What.LOCK, "3", "", Map.of()), "77").json())
                .isEqualTo(json("{'comment_status':'closed'}"));
        assertThat(done(act(What.PUBLISH, "3", "", Map.of()), "77").json())
                .isEqualTo(json("{'status':'publish'}"));
        assertThatThrownBy(() -> acts.act(line(), act(What.EDIT, "12", "x", Map.of())))
                .hasMessageContaining("no such post");
        assertThatThrownBy(() -> acts.act(line(), act(What.LOCK, "c5", "", Map.of())))
                .hasMessageContaining("a post only");
    }

    @Test
    void whatTheSiteRefusesItExplains() {
        vendor().instead(
                        asked ->
                                asked.method().equals("GET")
                                        ? null
                                        : Vendor.Answer.of(
                                                403,
                                                "{\"code\":\"rest_comment_closed\",\"message\":\"Sorry, comments are closed for this item.\",\"data\":{\"status\":403}}"));
        assertThatThrownBy(() -> acts.act(line(), act(What.REPLY, "3", "Thanks", Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The site did not take it (403): Sorry, comments are closed for this item.");
        vendor().instead(
                        asked ->
                                asked.method().equals("DELETE")
                                        ? Blog.error(410, "rest_already_trashed")
                                        : null);
        assertThat(acts.act(line(), act(What.DELETE, "c5", "", Map.of())).id()).isEqualTo("c5");
    }

    @Test
    void whatWasWrittenIsFoundAgainWhenTheAnswerWasLost() {
        var reply = act(What.REPLY, "c5", "Thanks & bye", Map.of());
        assertThat(acts.find(line(), reply)).isEmpty();
        var mine = blog.comment(6, "2031-03-03T10:00:05", 3, 5);
        mine.author = 2;
        mine.text = "Thanks &amp; bye";
        assertThat(acts.find(line(), reply))
                .hasValueSatisfying(d -> assertThat(d.id()).isEqualTo("c6"));
        mine.date = "2031-03-03T09:00:00";
        assertThat(acts.find(line(), reply)).isEmpty();

        var post = new Act("k", What.POST, "blog", "Title &amp; 3", "<p>Post 3</p>", Map.of(), NOW);
        assertThat(acts.find(line(), post))
                .hasValueSatisfying(d -> assertThat(d.id()).isEqualTo("3"));
        assertThat(acts.find(line(), act(What.POST, "blog", "<p>Post 3</p>", Map.of()))).isEmpty();
        var later = Map.of("scheduled", "2031-05-01T09:00:00Z");
        var scheduled =
                new Act("k", What.POST, "blog", "Title &amp; 3", "<p>Post 3</p>", later, NOW);
        assertThat(acts.find(line(), scheduled)).isPresent();
        blog.post(3).status = "future";
        assertThat(acts.find(line(), scheduled)).isPresent();
        assertThat(acts.find(line(), post)).isEmpty();
    }
}
