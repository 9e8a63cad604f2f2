package org.folkmoot.sources.mastodon;

import static org.folkmoot.connectors.intake.JsonRows.orNull;
import static org.folkmoot.connectors.intake.JsonRows.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.intake.JsonTimes;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Turns posts into what somebody did. A post is known by its ActivityPub address, the same on
/// every instance. What was not written to the public is left alone.
///
/// @param tags those that are followed here
/// @param me the connection's own account, empty when not known
/// @param parents addresses of posts by their numbers on this instance, as far as they are known
record Statuses(
        Names names, List<String> tags, String me, Map<String, String> parents, Finds finds) {

    static final String SOURCE = "mastodon";

    private static final Set<String> PUBLIC = Set.of("", "public", "unlisted");

    Statuses {
        finds.add(new Found.Origin(SOURCE, "Mastodon", Markup.HTML));
        for (var tag : tags) {
            finds.add(
                    Found.Place.of(SOURCE, "#" + tag, "#" + tag, Style.CHAT)
                            .about(null, "https://%s/tags/%s".formatted(names.domain(), tag)));
        }
        if (!me.isEmpty()) {
            finds.add(Found.Place.of(SOURCE, "@" + me, "@" + me, Style.CHAT));
        }
    }

    static boolean open(JsonNode status) {
        return PUBLIC.contains(text(status, "visibility"));
    }

    /// What a post is known by; empty when it is none.
    static String uri(JsonNode status) {
        return text(status, "uri");
    }

    /// What it is known by as a deed: a post by its address, passing one on by that one's.
    String id(JsonNode status) {
        var inner = uri(status.path("reblog"));
        return inner.isEmpty() ? uri(status) : shared(inner, names.of(status.path("account")));
    }

    private static String shared(String uri, String who) {
        return uri + "/reblog/" + who;
    }

    /// Whether it answers a post of which we do not know yet what it is known by.
    boolean waits(JsonNode status) {
        var parent = text(status, "in_reply_to_id");
        return !parent.isEmpty() && open(status) && !parents.containsKey(parent);
    }

    /// @param name where it was asked for, for a row that cannot be used
    void add(JsonNode status, String name) {
        if (!open(status)) {
            return;
        }
        var at = JsonTimes.of(text(status, "created_at"));
        var who = new Accounts(names, finds).met(status.path("account"));
        if (uri(status).isEmpty() || at == null) {
            var why = "This post has no address of its own, or no time.";
            finds.add(new Found.Refused(name, 1, why, status.toString()));
            return;
        }
        if (status.path("reblog").isObject()) {
            add(status.path("reblog"), name);
            shared(uri(status.path("reblog")), status.path("reblog"), who, at);
            return;
        }
        var answers = text(status, "in_reply_to_id");
        var parent = parents.getOrDefault(answers, "");
        var url = text(status, "url");
        finds.add(
                Deed.of(SOURCE, uri(status), answers.isEmpty() ? Kind.MESSAGE : Kind.REPLY, who, at)
                        .in(place(status))
                        .under(parent.isEmpty() ? null : parent)
                        .titled(orNull(text(status, "spoiler_text")))
                        .saying(orNull(text(status, "content")))
                        .at(url.isEmpty() ? uri(status) : url)
                        .edited(JsonTimes.of(text(status, "edited_at")))
                        .mentioning(mentions(status, who))
                        .files(files(status))
                        .fact("language", text(status, "language"))
                        .fact("tags", String.join("\n", tagged(status)))
                        .fact("poll", poll(status.path("poll"))));
    }

    void shared(String uri, JsonNode status, @Nullable String who, Instant at) {
        if (who != null && !uri.isEmpty() && open(status)) {
            finds.add(
                    Deed.of(SOURCE, shared(uri, who), Kind.SHARE, who, at)
                            .in(place(status))
                            .under(uri));
        }
    }

    void liked(String uri, JsonNode status, @Nullable String who, Instant at) {
        if (who != null && !uri.isEmpty()) {
            finds.add(
                    Deed.of(SOURCE, uri + "/favourite/" + who, Kind.REACTION, who, at)
                            .in(place(status))
                            .under(uri)
                            .saying("favourite"));
        }
    }

    void gone(String uri) {
        finds.add(new Found.Mark(SOURCE, uri, Found.Mark.What.DELETED, null, null));
    }

    /// The first tag of ours that it bears.
    private @Nullable String place(JsonNode status) {
        var tagged = tagged(status);
        return tags.stream().filter(tagged::contains).findFirst().map(t -> "#" + t).orElse(null);
    }

    private static List<String> tagged(JsonNode status) {
        var all = new ArrayList<String>();
        status.path("tags").forEach(tag -> all.add(Streams.tag(text(tag, "name"))));
        return all;
    }

    private Set<String> mentions(JsonNode status, @Nullable String who) {
        var all = new LinkedHashSet<String>();
        status.path("mentions").forEach(account -> all.add(names.of(account)));
        all.remove("");
        if (who != null) {
            all.remove(who);
        }
        return all;
    }

    private static List<String> files(JsonNode status) {
        var all = new ArrayList<String>();
        for (var file : status.path("media_attachments")) {
            var url = text(file, "url").replaceFirst("[?#].*$", "");
            var name = url.substring(url.lastIndexOf('/') + 1);
            all.add(name.isEmpty() ? text(file, "type") : name);
        }
        all.removeIf(String::isBlank);
        return all;
    }

    private static String poll(JsonNode poll) {
        var options = new ArrayList<String>();
        poll.path("options").forEach(option -> options.add(text(option, "title")));
        return String.join("\n", options);
    }
}
