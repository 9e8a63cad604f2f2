package org.folkmoot.thanks;

import jakarta.servlet.http.HttpServletResponse;
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
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What can be given, and how much of it is left.
@Controller
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/c/{slug}/gifts/catalogue")
class CataloguePage {

    private final GiftKinds kinds;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    CataloguePage(GiftKinds kinds, Frames frames, Html html, Clock clock) {
        this.kinds = kinds;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What somebody wrote into the form, kept when it will not do.
    record Written(String name, String about, String stock, String cost, String error) {}

    record Catalogue(Desk desk, Reader reader, List<GiftKind> kinds, Written written) {}

    @GetMapping
    View show(Visitor visitor) {
        return render(visitor, new Written("", "", "", "", ""));
    }

    private View render(Visitor visitor, Written written) {
        return html.render(
                "thanks/catalogue",
                new Catalogue(
                        frames.desk("Catalogue", "What you give, and how much of it is left."),
                        Reader.of(visitor, clock),
                        kinds.all(),
                        written));
    }

    @PostMapping
    @Needs(Permission.EDIT_PEOPLE)
    View add(
            Visitor visitor,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String stock,
            @RequestParam(defaultValue = "") String cost) {
        try {
            kinds.add(GiftKind.written(name, about, stock, cost));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return render(
                    visitor, new Written(name, about, stock, cost, String.valueOf(e.getMessage())));
        }
        frames.say(Flash.good("It is in the catalogue."));
        return back(visitor);
    }

    @PostMapping("/{id}/removal")
    @Needs(Permission.EDIT_PEOPLE)
    View retire(Visitor visitor, @PathVariable long id) {
        kinds.retire(id);
        frames.say(
                Flash.undoable(
                        "Taken out of the catalogue. What was given stays.",
                        Reader.of(visitor, clock).gifts("/catalogue/%d/return".formatted(id))));
        return back(visitor);
    }

    @PostMapping("/{id}/return")
    @Needs(Permission.EDIT_PEOPLE)
    View bringBack(Visitor visitor, @PathVariable long id) {
        kinds.bringBack(id);
        frames.say(Flash.good("It is in the catalogue again."));
        return back(visitor);
    }

    private View back(Visitor visitor) {
        return new RedirectView(Reader.of(visitor, clock).gifts("/catalogue"));
    }
}
