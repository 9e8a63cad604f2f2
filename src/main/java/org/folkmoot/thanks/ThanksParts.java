package org.folkmoot.thanks;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.PublicPages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Pictures on other pages: whom to thank today, and what somebody was thanked for; and her wish
/// not to be thanked.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/thanks")
class ThanksParts {

    private static final int TODAY = 5;
    private static final int ON_PROFILE = 5;

    private final Wall wall;
    private final Thanks thanks;
    private final Wishes wishes;
    private final Gifts gifts;
    private final Names names;
    private final Rows rows;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ThanksParts(
            Wall wall,
            Thanks thanks,
            Wishes wishes,
            Gifts gifts,
            Names names,
            Rows rows,
            Frames frames,
            Html html,
            Clock clock) {
        this.wall = wall;
        this.thanks = thanks;
        this.wishes = wishes;
        this.gifts = gifts;
        this.names = names;
        this.rows = rows;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    record Today(Reader reader, List<Row> rows) {}

    /// @param wish her wish not to be thanked; null when she has none
    /// @param alone whether she objected to all use of her data
    record OfPerson(
            Desk.@Nullable Csrf csrf,
            Reader reader,
            long member,
            List<Thank> thanks,
            List<Gift> gifts,
            Wishes.@Nullable Wish wish,
            boolean alone) {

        boolean gives() {
            return wish == null && !alone;
        }

        boolean nothing() {
            return thanks.isEmpty() && gifts.isEmpty() && wish == null && !reader.edits();
        }
    }

    @GetMapping("/today")
    View today(Visitor visitor) {
        var reader = Reader.of(visitor, clock);
        var query = WallQuery.of(new LinkedMultiValueMap<>());
        return html.render(
                "thanks/today",
                new Today(reader, rows.of(wall.open(query.asked(clock.instant(), TODAY)), reader)));
    }

    @GetMapping("/of/{member}")
    View of(Visitor visitor, HttpServletRequest request, @PathVariable long member) {
        return html.render(
                "thanks/person",
                new OfPerson(
                        PublicPages.csrf(request),
                        Reader.of(visitor, clock),
                        member,
                        thanks.of(member, ON_PROFILE),
                        gifts.of(member, ON_PROFILE),
                        wishes.of(member).orElse(null),
                        wishes.alone(member)));
    }

    @PostMapping("/of/{member}/wish")
    @Needs(Permission.EDIT_PEOPLE)
    View wish(Visitor visitor, @PathVariable long member, @RequestParam("do") String what) {
        var reader = Reader.of(visitor, clock);
        var present = names.present(member);
        var name =
                reader.name(
                        Optional.ofNullable(names.of(List.of(present)).get(present))
                                .orElse("They"));
        var undo = reader.thanks("/of/%d/wish?do=%s");
        switch (what) {
            case "none" -> {
                wishes.none(present);
                frames.say(
                        Flash.undoable(
                                "Kept: %s wants neither thanks nor gifts.".formatted(name),
                                undo.formatted(present, "gladly")));
            }
            case "gladly" -> {
                wishes.gladly(present, org.folkmoot.access.Trail.who());
                frames.say(
                        Flash.undoable(
                                "Kept: %s may be thanked again.".formatted(name),
                                undo.formatted(present, "none")));
            }
            default -> throw new Refusal.Unusable("Say none or gladly.");
        }
        return new RedirectView(reader.profile(present));
    }
}
