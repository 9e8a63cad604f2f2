package org.folkmoot.connectors.discourse;

import java.time.Instant;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import tools.jackson.databind.JsonNode;

/// Reads what a forum's API answers, as the importer reads pages that were saved: what both tell of
/// the same thing has the same id.
public final class DiscourseAnswers {

    private final String source;
    private final Finds finds;
    private final DiscoursePages pages;

    /// @param host as people know the forum: `forum.example.org`
    public DiscourseAnswers(String host, Finds finds) {
        this.source = "discourse:" + host;
        this.finds = finds;
        this.pages = new DiscoursePages(source, false, finds);
        finds.add(new Found.Origin(source, host, Markup.HTML));
    }

    /// @param page the whole answer, or one of its posts, users or categories
    /// @param name where it was asked for, for a row that cannot be used
    public void read(JsonNode page, String name) {
        pages.read(page, name, 1);
    }

    /// A like that a call tells of: the post, and who liked it.
    ///
    /// @param at when we heard of it
    public void liked(JsonNode post, JsonNode user, Instant at) {
        read(post, "like");
        read(user, "like");
        var who = DiscoursePeople.id(user.path("id").asString(""));
        if (who != null) {
            var id =
                    "t%s/%s"
                            .formatted(
                                    post.path("topic_id").asString(""),
                                    post.path("post_number").asString(""));
            finds.add(
                    Deed.of(source, id + "/like/" + who, Kind.REACTION, who, at)
                            .inferred(true)
                            .under(id)
                            .saying("heart"));
        }
    }

    /// A page of the review queue.
    public void flags(JsonNode page) {
        new DiscourseFlags(source, finds).read(page);
    }

    /// A post that is the answer.
    public void accepted(JsonNode post) {
        var topic = post.path("topic_id").asString("");
        var id = "t%s/%s".formatted(topic, post.path("post_number").asString(""));
        finds.add(new Found.Mark(source, id, Found.Mark.What.ACCEPTED, null, null));
    }

    /// Somebody whose account is there no more.
    public void left(JsonNode user, Instant at) {
        var who = DiscoursePeople.id(user.path("id").asString(""));
        if (who != null) {
            finds.add(Person.of(source, who).left(at));
        }
    }

    /// A post that is there no more.
    public void gone(String topic, long number) {
        finds.add(
                new Found.Mark(
                        source, "t" + topic + "/" + number, Found.Mark.What.DELETED, null, null));
    }
}
