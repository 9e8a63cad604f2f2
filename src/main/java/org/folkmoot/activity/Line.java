package org.folkmoot.activity;

import gg.jte.Content;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.folkmoot.members.Identities;
import org.folkmoot.web.Foreign;
import org.jspecify.annotations.Nullable;

/// A row of a stream in words: "Ada asked in #general, 3 h ago: How do I …".
///
/// @param who null when the source does not say
/// @param topic what it belongs to, when it is not the beginning itself; empty for none
/// @param url where it stands on its platform; null when that is not known
record Line(
        long id,
        long thread,
        Identities.@Nullable Face who,
        String verb,
        @Nullable String place,
        String platform,
        Instant at,
        String topic,
        Content title,
        Content words,
        boolean says,
        boolean edited,
        boolean replies,
        long times,
        List<String> tags,
        @Nullable String url) {

    private static final int TITLE = 140;
    private static final int WORDS = 320;

    static Line of(Item item, Identities.@Nullable Face who, Mentioned.Names names) {
        var people = names.in(item.source());
        var sign =
                item.kind() == Kind.REACTION
                        || item.kind() == Kind.VOTE
                        || item.kind() == Kind.BADGE;
        var text = item.found() != null ? item.found() : item.text();
        var said = text == null || sign ? "" : text;
        return new Line(
                item.id(),
                item.thread(),
                who,
                item.kind().verb() + (sign && item.text() != null ? " " + item.text() : ""),
                item.place(),
                item.platform(),
                item.at(),
                item.topic() == null ? "" : topic(item, item.topic(), people),
                Foreign.line(
                        Foreign.Markup.PLAIN,
                        item.title() == null ? "" : item.title(),
                        people,
                        TITLE),
                Foreign.line(shows(item, said, people), said, people, WORDS),
                !said.isBlank() || item.title() != null,
                item.edited() != null,
                Talk.SAID.contains(item.kind()),
                item.times(),
                item.tags(),
                Foreign.address(item.url()));
    }

    /// A find in what a mail quotes is shown too, though lists leave quotations out.
    private static Foreign.Markup shows(
            Item item, String said, Function<String, @Nullable String> people) {
        return said.indexOf(Foreign.FOUND) >= 0
                        && Foreign.words(item.markup(), said, people).indexOf(Foreign.FOUND) < 0
                ? Foreign.Markup.PLAIN
                : item.markup();
    }

    /// A chat's threads have no title: there it is a text in the platform's own markup.
    private static String topic(
            Item item, String topic, Function<String, @Nullable String> people) {
        var chat = item.markup() == Foreign.Markup.SLACK || item.platform().equals("discord");
        var words = chat ? Foreign.words(item.markup(), whole(topic), people) : topic;
        return Opening.orSilent(words);
    }

    /// Without a link or mention that was cut in two at the end.
    private static String whole(String topic) {
        var open = topic.lastIndexOf('<');
        return open > topic.lastIndexOf('>') ? topic.substring(0, open) : topic;
    }

    /// How it belongs to its topic: only what was said replies.
    String belongs() {
        return replies ? "in reply to" : "on";
    }

    String name() {
        return who != null ? who.name() : times > 1 ? "%,d people".formatted(times) : "Someone";
    }

    boolean titled() {
        var out = new gg.jte.output.StringOutput();
        title.writeTo(out);
        return !out.toString().isEmpty();
    }
}
