package org.folkmoot.thanks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is worth a thank-you, what was thanked for, and gifts, for programs.
@RestController
@Needs(Permission.SEE_PEOPLE)
@RequestMapping(path = "/api/v1/communities/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class ThanksApi {

    private static final int MOST = 200;

    private final Wall wall;
    private final Thanks thanks;
    private final Gifts gifts;
    private final Clock clock;

    ThanksApi(Wall wall, Thanks thanks, Gifts gifts, Clock clock) {
        this.wall = wall;
        this.thanks = thanks;
        this.gifts = gifts;
        this.clock = clock;
    }

    /// @param moment by which it is named when it is thanked for
    record Open(
            String moment,
            long member,
            String kind,
            int nth,
            String words,
            long activity,
            String platform,
            Instant at,
            int worth) {}

    record Opens(List<Open> items, @Nullable String next) {}

    record Said(
            long id,
            long batch,
            long member,
            String kind,
            int nth,
            String words,
            long activity,
            boolean thanked,
            @Nullable String way,
            String by,
            Instant at) {}

    record Saids(List<Said> items, @Nullable String next) {}

    /// @param way platform, mail, person or gift; left out, they are skipped
    record Wish(List<String> moments, @Nullable String way, @Nullable String note) {}

    record Done(long batch, int done, int left) {}

    record Undone(int undone) {}

    record Given(
            long id,
            long member,
            String what,
            @Nullable String moment,
            String state,
            Instant since,
            String by,
            Instant at) {}

    record Gives(List<Given> items, @Nullable String next) {}

    @GetMapping("/moments")
    Opens moments(
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(defaultValue = "100") int limit) {
        var found = wall.open(WallQuery.of(params).asked(clock.instant(), usable(limit) + 1));
        var page = found.subList(0, Math.min(limit, found.size()));
        return new Opens(
                page.stream()
                        .map(
                                m ->
                                        new Open(
                                                m.key().text(),
                                                m.member(),
                                                m.key().kind().key(),
                                                m.key().nth(),
                                                m.key().words(),
                                                m.key().activity(),
                                                m.platform(),
                                                m.at(),
                                                m.worth()))
                        .toList(),
                found.size() > limit ? WallQuery.cursor(page.getLast()) : null);
    }

    @GetMapping("/thanks")
    Saids said(
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(defaultValue = "100") int limit) {
        var query = WallQuery.of(params);
        var found =
                thanks.said(
                        query.show() != WallQuery.Show.SKIPPED,
                        query.kind(),
                        query.platform(),
                        query.before(),
                        usable(limit) + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return new Saids(
                page.stream().map(ThanksApi::told).toList(),
                found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    private static Said told(Thank t) {
        var way = t.way();
        return new Said(
                t.id(),
                t.batch(),
                t.member(),
                t.kind().key(),
                t.nth(),
                t.words(),
                t.activity(),
                t.thanked(),
                way == null ? null : way.key(),
                t.by(),
                t.at());
    }

    @PostMapping("/thanks")
    @Needs(Permission.EDIT_PEOPLE)
    @ResponseStatus(HttpStatus.CREATED)
    Done say(@RequestBody Wish wish) {
        var way = wish.way();
        var moments = wish.moments() == null ? List.<String>of() : wish.moments();
        var said =
                thanks.say(
                        moments.stream().map(Moment.Key::of).toList(),
                        way == null ? null : Thank.Way.of(way),
                        wish.note());
        return new Done(said.batch(), said.done(), said.left());
    }

    @DeleteMapping("/thanks/{batch}")
    @Needs(Permission.EDIT_PEOPLE)
    Undone undo(@PathVariable long batch) {
        return new Undone(thanks.takeBack(batch));
    }

    @GetMapping("/gifts")
    Gives gifts(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        var found =
                gifts.all(
                        state.isEmpty() ? null : Gift.State.of(state),
                        before(cursor),
                        usable(limit) + 1);
        var page = found.subList(0, Math.min(limit, found.size()));
        return new Gives(
                page.stream()
                        .map(
                                g ->
                                        new Given(
                                                g.id(),
                                                g.member(),
                                                g.what(),
                                                g.moment(),
                                                g.now().state().key(),
                                                g.now().at(),
                                                g.by(),
                                                g.at()))
                        .toList(),
                found.size() > limit ? Long.toString(page.getLast().id()) : null);
    }

    private static long before(String cursor) {
        try {
            return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable("This cursor is damaged: begin without one.");
        }
    }

    private static int usable(int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, MOST));
        }
        return limit;
    }
}
