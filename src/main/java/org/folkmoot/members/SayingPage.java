package org.folkmoot.members;

import jakarta.servlet.http.HttpServletRequest;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/// Fields of a profile said by hand, taken back and undone.
@Controller
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping("/c/{slug}/people/{id}")
class SayingPage {

    private final Sayings sayings;
    private final Frames frames;

    SayingPage(Sayings sayings, Frames frames) {
        this.sayings = sayings;
        this.frames = frames;
    }

    @PostMapping("/said/{key}")
    View say(
            Visitor visitor,
            @PathVariable long id,
            @PathVariable String key,
            @RequestParam String value,
            HttpServletRequest request) {
        var field = field(key);
        try {
            told(visitor, id, field, sayings.say(id, field, value), "%s is set by hand.");
        } catch (Refusal.Unusable e) {
            var carried = RequestContextUtils.getOutputFlashMap(request);
            carried.put(FactSheets.DRAFT, value);
            carried.put(FactSheets.ERROR, String.valueOf(e.getMessage()));
            return new RedirectView(
                    path(visitor, id) + "?saying=%s#say-%s".formatted(field.key(), field.key()));
        }
        return new RedirectView(path(visitor, id) + "#facts");
    }

    @PostMapping("/said/{key}/removal")
    View takeBack(Visitor visitor, @PathVariable long id, @PathVariable String key) {
        var field = field(key);
        told(visitor, id, field, sayings.say(id, field, null), "%s is again as the accounts tell.");
        return new RedirectView(path(visitor, id) + "#facts");
    }

    @PostMapping("/sayings/{change}/undoing")
    View undo(Visitor visitor, @PathVariable long id, @PathVariable long change) {
        sayings.undo(id, change);
        frames.say(Flash.good("It is as it was before."));
        return new RedirectView(path(visitor, id) + "#facts");
    }

    private void told(Visitor visitor, long id, ProfileField field, long change, String words) {
        frames.say(
                change == 0
                        ? Flash.good("It was like that already.")
                        : Flash.undoable(
                                words.formatted(field.label()),
                                path(visitor, id) + "/sayings/%d/undoing".formatted(change)));
    }

    private static ProfileField field(String key) {
        return ProfileField.of(key).orElseThrow(() -> new Refusal.NotFound("This field"));
    }

    private static String path(Visitor visitor, long id) {
        return "/c/%s/people/%d".formatted(visitor.community().slug(), id);
    }
}
