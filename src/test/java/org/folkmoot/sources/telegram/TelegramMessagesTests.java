package org.folkmoot.sources.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Connection;
import org.junit.jupiter.api.Test;

/// What becomes of the many things that a message may be.
class TelegramMessagesTests {

    private final Messenger there = new Messenger(false);
    private final Found.Basket basket = new Found.Basket();

    private Deed told(String kind, String fields) {
        Updates.of(new Connection(7, Map.of(), Map.of()), basket)
                .tell(there.update(1, kind, fields));
        return basket.all(Deed.class).getLast();
    }

    private static String html(String text, String entities) {
        return Marked.html(text, Messenger.json("{'all': [%s]}".formatted(entities)).path("all"));
    }

    @Test
    void whatIsMarkedIsCountedAsTelegramCounts() {
        assertThat(html("😀 bold <x>\nlink", "{'type': 'bold', 'offset': 3, 'length': 4}"))
                .isEqualTo("😀 <b>bold</b> &lt;x&gt;<br>link");
        assertThat(
                        html(
                                "see example.org now",
                                "{'type': 'bold', 'offset': 0, 'length': 15}, {'type': 'url', 'offset': 4, 'length': 11}"))
                .isEqualTo("<b>see <a href=\"https://example.org\">example.org</a></b> now");
        assertThat(
                        html(
                                "abc",
                                "{'type': 'italic', 'offset': 0, 'length': 2}, {'type': 'code', 'offset': 1, 'length': 2}"))
                .isEqualTo("<i>a<code>b</code></i>c");
        assertThat(html("a\nb", "{'type': 'pre', 'offset': 0, 'length': 3}"))
                .isEqualTo("<pre>a\nb</pre>");
        assertThat(
                        html(
                                "x",
                                "{'type': 'text_link', 'offset': 0, 'length': 1, 'url': 'javascript:alert(1)'}, {'type': 'bold', 'offset': -1, 'length': 9}, {'type': 'bold', 'offset': 5, 'length': 9}"))
                .isEqualTo("x");
    }

    @Test
    void filesHaveTheirCaptionsAndNames() {
        var deed =
                told(
                        "message",
                        "{'from': {'id': 1, 'first_name': 'Ada'}, 'caption': 'The plan', 'document': {'file_name': 'plan.pdf'}, 'media_group_id': '7'}");
        assertThat(deed.text()).isEqualTo("The plan");
        assertThat(deed.files()).containsExactly("plan.pdf");
        assertThat(deed.facts()).containsEntry("type", "document").containsEntry("album", "7");
    }

    @Test
    void aPollAsksAndOffers() {
        var deed =
                told(
                        "message",
                        "{'from': {'id': 1, 'first_name': 'Ada'}, 'poll': {'question': 'Where & when?', 'options': [{'text': 'Here'}, {'text': 'There'}]}}");
        assertThat(deed.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(deed.text()).isEqualTo("Where &amp; when?<ul><li>Here</li><li>There</li></ul>");
    }

    @Test
    void whoWritesAsAChannelIsNobody() {
        var post =
                told(
                        "channel_post",
                        "{'chat': {'id': -100555, 'type': 'channel', 'title': 'News', 'username': 'moot_news'}, 'sender_chat': {'id': -100555, 'title': 'News'}, 'author_signature': 'Ada', 'text': 'Out now'}");
        assertThat(post.who()).isNull();
        assertThat(post.url()).isEqualTo("https://t.me/moot_news/1");
        assertThat(post.facts()).containsEntry("as", "News").containsEntry("signature", "Ada");
        var anonymous =
                told(
                        "message",
                        "{'from': {'id': 1087968824, 'is_bot': true, 'first_name': 'Group'}, 'sender_chat': {'id': %s, 'title': 'The moot'}, 'text': 'Be kind'}"
                                .formatted(Messenger.GROUP));
        assertThat(anonymous.who()).isNull();
    }

    @Test
    void whatIsPassedOnIsShared() {
        var deed =
                told(
                        "message",
                        "{'from': {'id': 1, 'first_name': 'Ada'}, 'text': 'Wow', 'forward_origin': {'type': 'hidden_user', 'sender_user_name': 'Eve', 'date': 1}}");
        assertThat(deed.kind()).isEqualTo(Kind.SHARE);
        assertThat(deed.facts()).containsEntry("forwarded from", "Eve");
    }

    @Test
    void whoIsMentionedIsKnownByNumberOrNamed() {
        var deed =
                told(
                        "message",
                        "{'from': {'id': 1, 'first_name': 'Ada'}, 'text': '😀 @grace_x and Alan', 'entities': [{'type': 'mention', 'offset': 3, 'length': 8}, {'type': 'text_mention', 'offset': 16, 'length': 4, 'user': {'id': 3, 'first_name': 'Alan'}}]}");
        assertThat(deed.mentions()).containsExactly("3");
        assertThat(deed.facts()).containsEntry("mentioned", "@grace_x");
    }

    @Test
    void pinsAndNotesAreTold() {
        told(
                "message",
                "{'from': {'id': 1, 'first_name': 'Ada'}, 'new_chat_title': 'The new moot'}");
        assertThat(basket.all(Deed.class).getLast().facts())
                .containsEntry("type", "new_chat_title")
                .containsEntry("title", "The new moot");
        Updates.of(new Connection(7, Map.of(), Map.of()), basket)
                .tell(
                        there.update(
                                2,
                                "message",
                                "{'from': {'id': 1, 'first_name': 'Ada'}, 'pinned_message': {'message_id': 8, 'date': 0}}"));
        assertThat(basket.all(Found.Mark.class).getLast())
                .isEqualTo(
                        new Found.Mark(
                                "telegram",
                                Messenger.GROUP + ":8",
                                Found.Mark.What.PINNED,
                                "1",
                                java.time.Instant.ofEpochSecond(Messenger.DAY + 120)));
    }

    @Test
    void whatHasNoTimeIsKeptAsRefused() {
        var update = there.update(1, "message", "{'date': 0, 'text': 'When?'}");
        Updates.of(new Connection(7, Map.of(), Map.of()), basket).tell(update);
        assertThat(basket.all(Found.Refused.class)).hasSize(1);
        assertThat(basket.all(Deed.class)).isEmpty();
    }
}
