package org.folkmoot.thanks;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Filter;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// The wall: what is worth a thank-you, the best first; what was thanked for; what was let be.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/thanks")
class WallPage {

    private static final int PAGE = 50;

    private final Wall wall;
    private final Thanks thanks;
    private final Following following;
    private final Rows rows;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    WallPage(
            Wall wall,
            Thanks thanks,
            Following following,
            Rows rows,
            Frames frames,
            Html html,
            Clock clock) {
        this.wall = wall;
        this.thanks = thanks;
        this.following = following;
        this.rows = rows;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param open what to thank for; empty on the other tabs
    /// @param done what was thanked for or skipped; empty on the first tab
    record Shown(
            Desk desk,
            Reader reader,
            WallQuery query,
            List<Row> open,
            List<Done> done,
            List<String> platforms,
            Pager pager) {

        List<Tab> tabs() {
            return query.tabs(reader);
        }

        List<Filter> pills() {
            return query.pills(reader);
        }

        boolean none() {
            return open.isEmpty() && done.isEmpty();
        }
    }

    @GetMapping
    View show(Visitor visitor, @RequestParam MultiValueMap<String, String> params) {
        following.freshen();
        var query = WallQuery.of(params);
        var reader = Reader.of(visitor, clock);
        List<Row> open = List.of();
        List<Done> done = List.of();
        String next = null;
        if (query.show() == WallQuery.Show.OPEN) {
            var found = wall.open(query.asked(clock.instant(), PAGE + 1));
            var page = found.subList(0, Math.min(PAGE, found.size()));
            open = rows.of(page, reader);
            next = found.size() > PAGE ? WallQuery.cursor(page.getLast()) : null;
        } else {
            var found =
                    thanks.said(
                            query.show() == WallQuery.Show.THANKED,
                            query.kind(),
                            query.platform(),
                            query.before(),
                            PAGE + 1);
            var page = found.subList(0, Math.min(PAGE, found.size()));
            done = rows.done(page, reader);
            next = found.size() > PAGE ? Long.toString(page.getLast().id()) : null;
        }
        return html.render(
                "thanks/wall",
                new Shown(
                        frames.desk("Thank", query.lede()),
                        reader,
                        query,
                        open,
                        done,
                        wall.platforms(),
                        pager(query, reader, open.size() + done.size(), next)));
    }

    private static Pager pager(WallQuery query, Reader reader, int shown, @Nullable String next) {
        return new Pager(
                shown == 1 ? "1 moment" : shown + " moments",
                query.cursor().isEmpty() ? null : query.address(reader, ""),
                next == null ? null : query.address(reader, next));
    }
}
