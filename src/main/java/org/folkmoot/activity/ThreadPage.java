package org.folkmoot.activity;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.PagePart;
import org.folkmoot.access.PageParts;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Identities;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Part;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A conversation from its first post to its last.
@Controller
@Needs(Permission.SEE_ACTIVITY)
class ThreadPage {

    private static final int ROWS = 200;
    private static final int TITLE = 160;

    private final Posts posts;
    private final Identities identities;
    private final Mentioned mentioned;
    private final PageParts parts;
    private final Reached reached;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ThreadPage(
            Posts posts,
            Identities identities,
            Mentioned mentioned,
            PageParts parts,
            Reached reached,
            Frames frames,
            Html html,
            Clock clock) {
        this.posts = posts;
        this.identities = identities;
        this.mentioned = mentioned;
        this.parts = parts;
        this.reached = reached;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param below what other modules have of what began it
    /// @param start the first page; null on it
    /// @param reached the sources whose posts can be answered from here
    record Thread(
            Desk desk,
            When when,
            Spoken root,
            List<Part> below,
            List<Spoken> replies,
            @Nullable String place,
            String platform,
            @Nullable String start,
            @Nullable String later,
            boolean edits,
            Set<String> reached) {

        boolean reaches(Spoken post) {
            return post.deleted() == null && reached.contains(post.source());
        }

        String person(Spoken post) {
            return desk.home() + "/people/" + Objects.requireNonNull(post.who()).member();
        }
    }

    @GetMapping("/c/{slug}/threads/{id}")
    View show(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            Visitor visitor) {
        var base = "/c/" + visitor.community().slug() + "/threads/";
        var root = posts.one(id).orElseThrow(() -> new Refusal.NotFound("This thread"));
        var thread = root.item().thread();
        if (thread != id) {
            return new RedirectView(base + thread + place(root, thread));
        }
        var from = Cursor.of(after, Cursor.FIRST);
        var replies = posts.replies(id, from, ROWS + 1);
        var shown = replies.stream().limit(ROWS).toList();
        var all = new ArrayList<>(shown);
        all.add(root);
        var known = known(all);
        var last = replies.size() > ROWS ? shown.getLast().item() : null;
        var item = root.item();
        return html.render(
                "activity/thread",
                new Thread(
                        frames.desk(
                                title(item),
                                lede(
                                        posts.doings(id),
                                        replies.size() > ROWS,
                                        from.equals(Cursor.FIRST),
                                        visitor)),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        Spoken.of(root, 0, false, known),
                        root.item().deleted() == null
                                ? parts.of(PagePart.Place.THREAD, visitor, id)
                                : List.of(),
                        Spoken.nested(shown, id, known),
                        item.place(),
                        item.platform(),
                        from.equals(Cursor.FIRST) ? null : base + id,
                        last == null
                                ? null
                                : base + id + "?after=" + new Cursor(last.at(), last.id()),
                        visitor.may(Permission.EDIT_PEOPLE),
                        reached.by(visitor)));
    }

    /// Where a reply is found on its thread's page: on the first page if it is there, else on one
    /// that begins with it.
    private String place(Posts.Post reply, long thread) {
        var item = reply.item();
        var first = posts.replies(thread, Cursor.FIRST, ROWS);
        var here = first.stream().anyMatch(p -> p.item().id() == item.id());
        return here || item.kind() == Kind.REACTION
                ? "#p" + item.id()
                : "?after=" + new Cursor(item.at(), item.id() - 1) + "#p" + item.id();
    }

    private Spoken.Known known(List<Posts.Post> all) {
        var ids = all.stream().map(p -> p.item().id()).toList();
        var who = new ArrayList<Long>();
        for (var post : all) {
            if (post.item().identity() != null) {
                who.add(post.item().identity());
            }
            if (post.before() != null) {
                who.add(post.before());
            }
        }
        return new Spoken.Known(
                identities.faces(who),
                mentioned.in(all.stream().map(Posts.Post::item).toList()),
                posts.signs(ids),
                posts.versions(ids));
    }

    private String title(Item root) {
        if (root.deleted() != null) {
            return "A deleted post";
        }
        var opening = Opening.of(root);
        var words = opening.words(mentioned.of(List.of(opening)));
        return words.length() <= TITLE
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, TITLE)))
                        + "…";
    }

    /// "3 replies, 12 registered, 5 reactions."
    private static String lede(Map<Kind, Long> doings, boolean more, boolean first, Visitor who) {
        var numbers = NumberFormat.getIntegerInstance(who.locale());
        var replies = 0L;
        var rest = new ArrayList<String>();
        for (var doing : doings.entrySet()) {
            var times = doing.getValue();
            switch (doing.getKey()) {
                case REACTION -> rest.add(many(times, "reaction", numbers));
                case VOTE -> rest.add(many(times, "vote", numbers));
                case Kind kind when Talk.SAID.contains(kind) -> replies += times;
                case Kind kind -> rest.add(numbers.format(times) + " " + kind.verb());
            }
        }
        if (replies > 0 || rest.isEmpty()) {
            rest.addFirst(
                    replies == 0
                            ? "No reply yet"
                            : replies == 1 ? "One reply" : numbers.format(replies) + " replies");
        }
        var all = String.join(", ", rest) + ".";
        var words = Character.toUpperCase(all.charAt(0)) + all.substring(1);
        return first
                ? more ? words + " It is long: this is how it begins." : words
                : words + " It is long: this is a later part.";
    }

    private static String many(long times, String what, NumberFormat numbers) {
        return times == 1 ? "one " + what : numbers.format(times) + " " + what + "s";
    }
}
