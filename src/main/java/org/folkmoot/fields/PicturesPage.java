package org.folkmoot.fields;

import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.community.SettingsTabs;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Whether people's pictures are fetched.
@Controller
@Needs(Permission.EDIT_SETTINGS)
class PicturesPage {

    private final Pictures pictures;
    private final PictureWorker worker;
    private final Frames frames;
    private final Html html;

    PicturesPage(Pictures pictures, PictureWorker worker, Frames frames, Html html) {
        this.pictures = pictures;
        this.worker = worker;
        this.frames = frames;
        this.html = html;
    }

    /// @param allowed whether whoever runs the installation lets teams choose
    record Shown(Desk desk, boolean allowed, boolean wanted, Pictures.Count count) {

        List<Tab> tabs() {
            return SettingsTabs.PICTURES.on(desk);
        }

        String number(int n) {
            return "%,d".formatted(n);
        }
    }

    @GetMapping("/c/{slug}/settings/pictures")
    View show() {
        return html.render(
                "fields/pictures",
                new Shown(
                        frames.desk(
                                "Pictures",
                                "Whether the faces of your people are shown, or their initials."),
                        worker.allowed(),
                        pictures.wanted(),
                        pictures.count()));
    }

    @PostMapping("/c/{slug}/settings/pictures")
    View choose(Visitor visitor, @RequestParam boolean fetch) {
        if (!worker.allowed() && fetch) {
            throw new Refusal.Unusable(
                    "Whoever runs this Folkmoot has switched pictures off for all communities.");
        }
        pictures.choose(fetch);
        worker.ask(visitor.community().id());
        frames.say(
                Flash.undoable(
                        fetch
                                ? "Pictures are being fetched. They appear one after the other."
                                : "No more pictures are fetched. Those that are here stay.",
                        path(visitor) + "?fetch=" + !fetch));
        return new RedirectView(path(visitor));
    }

    @PostMapping("/c/{slug}/settings/pictures/removal")
    View remove(Visitor visitor) {
        var gone = pictures.removeAll();
        frames.say(Flash.good("Removed: the pictures of %,d accounts.".formatted(gone)));
        return new RedirectView(path(visitor));
    }

    private static String path(Visitor visitor) {
        return "/c/" + visitor.community().slug() + "/settings/pictures";
    }
}
