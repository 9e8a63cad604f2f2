package org.folkmoot.activity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Tags put on one activity or taken off, and taken back.
@Controller
@Needs(Permission.EDIT_PEOPLE)
class LabelsPage {

    private final Labels labels;
    private final Frames frames;

    LabelsPage(Labels labels, Frames frames) {
        this.labels = labels;
        this.frames = frames;
    }

    /// @param deed `put` or `take`
    /// @param back a page of this community
    @PostMapping("/c/{slug}/activity/{id}/tags")
    View tag(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam String tag,
            @RequestParam("do") String deed,
            @RequestParam(defaultValue = "") String back) {
        if (!visitor.may(Permission.SEE_ACTIVITY)) {
            throw new Refusal.NotAllowed(Permission.SEE_ACTIVITY.words());
        }
        var word = Labels.word(tag);
        var put = deed.equals("put");
        var changed = put ? labels.put(id, word) : labels.take(id, word);
        var home = "/c/" + visitor.community().slug();
        var to = back.startsWith(home + "/") ? back : home + "/threads/" + id;
        frames.say(
                changed
                        ? Flash.undoable(
                                put ? "Tagged %s.".formatted(word) : "Took %s off.".formatted(word),
                                "%s/activity/%d/tags?tag=%s&do=%s&back=%s"
                                        .formatted(
                                                home,
                                                id,
                                                encoded(word),
                                                put ? "take" : "put",
                                                encoded(to)))
                        : Flash.good(
                                put
                                        ? "It has the tag %s already.".formatted(word)
                                        : "It has no tag %s.".formatted(word)));
        return new RedirectView(to);
    }

    private static String encoded(String words) {
        return URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
