package org.folkmoot.activity;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.members.Identities;
import org.folkmoot.web.Foreign;
import org.jspecify.annotations.Nullable;

/// A post of a thread as the page shows it, with the replies below it.
///
/// @param source its key: `slack:T1`
/// @param depth 0 for the first post and what answers it; deeper than four is shown at four
/// @param answers whom it answers, where its place on the page does not tell; empty otherwise
record Spoken(
        long id,
        String source,
        int depth,
        Identities.@Nullable Face who,
        String verb,
        Instant at,
        String answers,
        @Nullable Long parent,
        Content text,
        boolean says,
        boolean accepted,
        boolean pinned,
        @Nullable Instant edited,
        @Nullable Instant deleted,
        List<String> files,
        List<Posts.Sign> signs,
        List<Before> before,
        List<String> tags,
        @Nullable String url) {

    static final int DEEPEST = 4;

    /// An earlier text.
    record Before(@Nullable Instant at, Content text) {}

    /// What is known beside the posts.
    record Known(
            Map<Long, Identities.Face> faces,
            Mentioned.Names names,
            Map<Long, List<Posts.Sign>> signs,
            Map<Long, List<Posts.Earlier>> versions) {}

    static Spoken of(Posts.Post post, int depth, boolean tellsWhom, Known known) {
        var item = post.item();
        var people = known.names().in(item.source());
        var text = item.text() == null ? "" : item.text();
        var before =
                item.deleted() == null
                        ? known.versions().getOrDefault(item.id(), List.of())
                        : List.<Posts.Earlier>of();
        var answered = post.before() == null ? null : known.faces().get(post.before());
        return new Spoken(
                item.id(),
                item.source(),
                depth,
                item.identity() == null ? null : known.faces().get(item.identity()),
                item.kind().verb(),
                item.at(),
                tellsWhom ? (answered == null ? "someone" : answered.name()) : "",
                item.parent(),
                Foreign.of(item.markup(), text, people),
                !text.isBlank(),
                item.kind() == Kind.ACCEPTED_ANSWER,
                post.pinned(),
                item.edited(),
                item.deleted(),
                item.deleted() == null ? post.files() : List.of(),
                known.signs().getOrDefault(item.id(), List.of()),
                before.stream()
                        .map(
                                b ->
                                        new Before(
                                                b.at(),
                                                Foreign.of(
                                                        item.markup(),
                                                        b.text() == null ? "" : b.text(),
                                                        people)))
                        .toList(),
                item.tags(),
                Foreign.address(item.url()));
    }

    String name() {
        return who == null ? "Someone" : who.name();
    }

    /// Puts replies below what they answer, in the order of time; what answers a post of another
    /// page stands at the top and says whom it answers.
    static List<Spoken> nested(List<Posts.Post> posts, long root, Known known) {
        var children = new java.util.LinkedHashMap<Long, List<Posts.Post>>();
        var here = new java.util.HashSet<Long>();
        posts.forEach(p -> here.add(p.item().id()));
        var tops = new ArrayList<Posts.Post>();
        for (var post : posts) {
            var parent = post.item().parent();
            if (parent != null && here.contains(parent)) {
                children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(post);
            } else {
                tops.add(post);
            }
        }
        record Next(Posts.Post post, int depth) {}
        var all = new ArrayList<Spoken>();
        var open = new java.util.ArrayDeque<Next>();
        tops.reversed().forEach(p -> open.push(new Next(p, 0)));
        while (!open.isEmpty()) {
            var next = open.pop();
            var parent = next.post().item().parent();
            var elsewhere = next.depth() == 0 && parent != null && parent != root;
            all.add(
                    of(
                            next.post(),
                            Math.min(next.depth(), DEEPEST),
                            elsewhere || next.depth() > DEEPEST,
                            known));
            children.getOrDefault(next.post().item().id(), List.of())
                    .reversed()
                    .forEach(p -> open.push(new Next(p, next.depth() + 1)));
        }
        return all;
    }
}
