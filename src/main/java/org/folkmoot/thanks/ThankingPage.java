package org.folkmoot.thanks;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// One moment: a draft to say thank you with, where it happened, and keeping that it was said.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/thanks")
class ThankingPage {

    private final Wall wall;
    private final Thanks thanks;
    private final Wishes wishes;
    private final Rows rows;
    private final Drafts drafts;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    ThankingPage(
            Wall wall,
            Thanks thanks,
            Wishes wishes,
            Rows rows,
            Drafts drafts,
            Frames frames,
            Html html,
            Clock clock) {
        this.wall = wall;
        this.thanks = thanks;
        this.wishes = wishes;
        this.rows = rows;
        this.drafts = drafts;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param draft to copy and change
    /// @param declined whether she wants no thanks
    /// @param link where she can say so herself
    /// @param error about the note, empty when there is none
    record One(
            Desk desk,
            Reader reader,
            Row row,
            String draft,
            boolean declined,
            String link,
            String note,
            String error) {}

    @GetMapping("/moments/{key}")
    View one(Visitor visitor, @PathVariable String key) {
        return render(visitor, key, "", "");
    }

    private View render(Visitor visitor, String key, String note, String error) {
        var moment = wall.find(Moment.Key.of(key)).orElseThrow(ThankingPage::gone);
        var reader = Reader.of(visitor, clock);
        var row = rows.of(List.of(moment), reader).getFirst();
        return html.render(
                "thanks/moment",
                new One(
                        frames.desk("Thank " + row.person().name(), row.words() + "."),
                        reader,
                        row,
                        drafts.of(moment, row.person().name(), visitor.community()),
                        wishes.of(moment.member()).isPresent(),
                        drafts.link(moment.member(), visitor.community()),
                        note,
                        error));
    }

    private static Refusal gone() {
        return new Refusal.NotFound("This moment");
    }

    @PostMapping
    @Needs(Permission.EDIT_PEOPLE)
    View say(
            Visitor visitor,
            @RequestParam(name = "moment", required = false) @Nullable List<String> moments,
            @RequestParam("do") String what,
            @RequestParam(defaultValue = "platform") String way,
            @RequestParam(defaultValue = "") String note) {
        var keys =
                (moments == null ? List.<String>of() : moments)
                        .stream().map(Moment.Key::of).toList();
        var skips = what.equals("skip");
        if (!skips && !what.equals("thank")) {
            throw new Refusal.Unusable("Choose to thank or to skip.");
        }
        if (keys.size() == 1 && note.strip().length() > Thank.LONGEST_NOTE) {
            return render(
                    visitor,
                    keys.getFirst().text(),
                    note,
                    "Write a note of up to 2,000 characters.");
        }
        var said = thanks.say(keys, skips ? null : Thank.Way.of(way), note);
        var reader = Reader.of(visitor, clock);
        frames.say(
                said.done() == 0
                        ? Flash.bad(
                                "Someone was quicker, or wishes no thanks. Nothing was changed.")
                        : Flash.undoable(
                                words(said, skips),
                                reader.thanks("/undoing?batch=" + said.batch())));
        return new RedirectView(reader.thanks(""));
    }

    private static String words(Thanks.Said said, boolean skips) {
        var done =
                said.done() == 1
                        ? skips ? "Skipped." : "Kept: thanked."
                        : (skips ? "%d moments skipped." : "Kept: %d moments thanked.")
                                .formatted(said.done());
        return said.left() == 0
                ? done
                : done + " Of %d somebody had said something already.".formatted(said.left());
    }

    @PostMapping("/undoing")
    @Needs(Permission.EDIT_PEOPLE)
    View undo(Visitor visitor, @RequestParam long batch) {
        var back = thanks.takeBack(batch);
        frames.say(
                back == 0
                        ? Flash.good("This was taken back already. Nothing is left to do.")
                        : Flash.good("Taken back: it is on the wall again."));
        return new RedirectView(Reader.of(visitor, clock).thanks(""));
    }
}
