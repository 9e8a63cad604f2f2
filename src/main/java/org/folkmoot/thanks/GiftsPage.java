package org.folkmoot.thanks;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Person;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// All gifts and where they are, and giving one.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/gifts")
class GiftsPage {

    private static final int PAGE = 50;

    private final Gifts gifts;
    private final GiftKinds kinds;
    private final Names names;
    private final Wall wall;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    GiftsPage(
            Gifts gifts,
            GiftKinds kinds,
            Names names,
            Wall wall,
            Frames frames,
            Html html,
            Clock clock) {
        this.gifts = gifts;
        this.kinds = kinds;
        this.names = names;
        this.wall = wall;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Row(Gift gift, Person person) {}

    /// @param csv whether this reader may take the addresses along
    record Shelf(
            Desk desk, Reader reader, List<Row> rows, List<Tab> tabs, boolean csv, Pager pager) {}

    /// @param moment for which it is, as the form sends it; empty without one
    /// @param forWhat the same in words
    record Giving(
            Desk desk,
            Reader reader,
            Person person,
            long member,
            List<GiftKind> kinds,
            String moment,
            String forWhat,
            String why,
            String error) {}

    @GetMapping
    View list(
            Visitor visitor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String cursor) {
        var reader = Reader.of(visitor, clock);
        var wanted = state.isEmpty() ? null : Gift.State.of(state);
        var found = gifts.all(wanted, before(cursor), PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        var called = names.of(page.stream().map(Gift::member).toList());
        var address = reader.gifts(wanted == null ? "?" : "?state=" + wanted.key() + "&");
        return html.render(
                "thanks/gifts",
                new Shelf(
                        frames.desk("Gifts", "What was given to whom, and where it is."),
                        reader,
                        page.stream()
                                .map(g -> new Row(g, Rows.person(g.member(), called, reader)))
                                .toList(),
                        tabs(reader, wanted),
                        visitor.may(Permission.EXPORT) && reader.contacts(),
                        new Pager(
                                page.size() == 1 ? "1 gift" : page.size() + " gifts",
                                cursor.isEmpty() ? null : address,
                                found.size() > PAGE
                                        ? address + "cursor=" + page.getLast().id()
                                        : null)));
    }

    private static List<Tab> tabs(Reader reader, Gift.@Nullable State wanted) {
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab("All", reader.gifts(""), "", wanted == null));
        Arrays.stream(Gift.State.values())
                .map(s -> new Tab(label(s), reader.gifts("?state=" + s.key()), "", s == wanted))
                .forEach(tabs::add);
        return tabs;
    }

    private static String label(Gift.State state) {
        return switch (state) {
            case ASKED -> "Address asked for";
            case ADDRESS -> "To send";
            case SENT -> "Sent";
            case ARRIVED -> "Arrived";
            case RETURNED -> "Came back";
            case CANCELLED -> "Cancelled";
            case DECLINED -> "Declined";
        };
    }

    private static long before(String cursor) {
        try {
            return cursor.isEmpty() ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw new Refusal.Unusable(
                    "This link into the middle of a list is damaged. Start from the first page.");
        }
    }

    @GetMapping("/new")
    @Needs(Permission.EDIT_PEOPLE)
    View giving(
            Visitor visitor,
            @RequestParam long member,
            @RequestParam(defaultValue = "") String moment) {
        return giving(visitor, member, moment, "", "");
    }

    private View giving(Visitor visitor, long member, String moment, String why, String error) {
        var reader = Reader.of(visitor, clock);
        var present = names.present(member);
        var person = Rows.person(present, names.of(List.of(present)), reader);
        return html.render(
                "thanks/giving",
                new Giving(
                        frames.desk(
                                "Give something to " + person.name(),
                                "They get a link of their own to say where to send it, or that they would rather not."),
                        reader,
                        person,
                        present,
                        kinds.all(),
                        moment,
                        moment.isEmpty() ? "" : Moment.Key.of(moment).words(),
                        why,
                        error));
    }

    @PostMapping
    @Needs(Permission.EDIT_PEOPLE)
    View give(
            Visitor visitor,
            @RequestParam long member,
            @RequestParam long what,
            @RequestParam(defaultValue = "") String moment,
            @RequestParam(defaultValue = "") String why) {
        var key = moment.isEmpty() ? null : Moment.Key.of(moment);
        var known = key == null ? null : wall.find(key).map(Moment::key).orElse(null);
        long gift;
        try {
            gift = gifts.give(names.present(member), what, known, why);
        } catch (Refusal.Unusable e) {
            return giving(visitor, member, moment, why, String.valueOf(e.getMessage()));
        }
        frames.say(
                Flash.undoable(
                        "It is theirs. Now send them the link below.",
                        Reader.of(visitor, clock)
                                .gifts("/%d/steps?n=1&to=cancelled".formatted(gift))));
        return new RedirectView(Reader.of(visitor, clock).gifts("/" + gift));
    }
}
