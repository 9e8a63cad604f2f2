package org.folkmoot.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// A community whose people have an account in the chat and one in the forum, and are asked about.
@Component
@NullUnmarked
class Twins {

    static final String LONG =
            "Wolfeschlegelsteinhausenbergerdorff von und zu der langen Namen die kein Ende nehmen";
    static final List<String> NAMES =
            List.of("Ada Lovelace", "محمد بن عبد الله", LONG, "山田花子", "Zoë Quill", "Linus Thaler");

    private static final Instant MARCH = Instant.parse("2026-03-01T12:00:00Z");

    private final Selves selves;
    private final JdbcClient db;

    Twins(Selves selves, JdbcClient db) {
        this.selves = selves;
        this.db = db;
    }

    /// Everybody has two accounts and is two people yet; Ada's accounts disagree.
    Community found() {
        var here = selves.found();
        selves.take(
                here,
                new Found.Origin(Selves.CHAT, "Chat", Markup.SLACK),
                new Found.Origin(Selves.FORUM, "Forum", Markup.MARKDOWN),
                Found.Place.of(Selves.CHAT, "C1", "general", Style.CHAT),
                Found.Place.of(Selves.FORUM, "F1", "help", Style.FORUM));
        int n = 0;
        for (var name : NAMES) {
            n++;
            var chat = "U" + n;
            var forum = "f" + n;
            selves.take(
                    here,
                    Person.of(Selves.CHAT, chat)
                            .with(Found.Field.NAME, name)
                            .with("handle", "chat" + n)
                            .with("email", "twin" + n + "@engines.example")
                            .with("organisation", n == 1 ? "Analytical Engines" : "Circle " + n)
                            .with("location", "London")
                            .tagged(Set.of("speaker"))
                            .changed(MARCH),
                    Person.of(Selves.FORUM, forum)
                            .with(Found.Field.NAME, n == 1 ? "Ada King" : name)
                            .with("handle", "forum" + n)
                            .with("email", "twin" + n + "@engines.example")
                            .with("organisation", n == 1 ? "Analytical Society" : "Circle " + n)
                            .tagged(Set.of("champion"))
                            .noted(List.of("Met at the kettle."))
                            .changed(MARCH.minusSeconds(86_400)),
                    Selves.said(Selves.CHAT, chat, n, Kind.MESSAGE, null),
                    Selves.said(Selves.CHAT, chat, n + 50, Kind.REPLY, "d" + n),
                    Selves.said(Selves.FORUM, forum, n + 100, Kind.MESSAGE, null));
        }
        return here;
    }

    /// Of the first so many, best first, whether they are one person is asked.
    void ask(Community here, int many) {
        var ids = selves.ids(here);
        for (int n = 1; n <= many; n++) {
            ask(here, pair(ids, n), 4 - n * 0.8);
        }
    }

    void ask(Community here, Pair pair, double score) {
        var why =
                List.of(
                        new Evidence("email", 6, "Same e-mail address, twin@engines.example"),
                        new Evidence("name", 3, "Same full name, which nobody else has here"),
                        new Evidence(
                                "meeting", -4, "Both accounts were active in the same minute"));
        selves.within(
                here,
                () ->
                        db.sql(
                                        """
                                        insert into identity.suggestion (community_id, one_identity, other_identity, score, evidence, band)
                                        values (folkmoot.community(), :one, :other, :score, :why::jsonb, 'suggest')
                                        """)
                                .param("one", pair.sorted().one())
                                .param("other", pair.sorted().other())
                                .param("score", score)
                                .param("why", JsonMapper.shared().writeValueAsString(why))
                                .update());
    }

    /// The two accounts of the n-th person.
    Pair pair(Map<String, Long> ids, int n) {
        return new Pair(ids.get("chat U" + n), ids.get("forum f" + n)).sorted();
    }

    String state(Community here, Pair pair) {
        return selves.within(
                here,
                () ->
                        db.sql(
                                        "select state from identity.suggestion where one_identity = :one and other_identity = :other")
                                .param("one", pair.one())
                                .param("other", pair.other())
                                .query(String.class)
                                .single());
    }
}
