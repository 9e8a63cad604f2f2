package org.folkmoot.members;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Html;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/// Where one can go by typing: the pages of the rail, and people. And the page of the keys.
@Controller
@Needs(Permission.SEE_NUMBERS)
class PalettePage {

    private static final int MOST = 8;

    private final People people;
    private final Frames frames;
    private final Html html;

    PalettePage(People people, Frames frames, Html html) {
        this.people = people;
        this.frames = frames;
        this.html = html;
    }

    record Option(String label, String detail, String href, String group) {}

    @GetMapping("/c/{slug}/palette")
    @ResponseBody
    List<Option> options(Visitor visitor, @RequestParam(defaultValue = "") String q) {
        var typed = q.strip().toLowerCase(Locale.ROOT);
        var found = new ArrayList<Option>();
        for (var group : frames.desk("", "").rail()) {
            group.items().stream()
                    .filter(item -> item.label().toLowerCase(Locale.ROOT).contains(typed))
                    .map(
                            item ->
                                    new Option(
                                            item.label(),
                                            group.label(),
                                            item.href(),
                                            group.label()))
                    .forEach(found::add);
        }
        if (typed.length() >= 2 && visitor.may(Permission.SEE_PEOPLE)) {
            found.addAll(people(visitor, typed));
        }
        return found;
    }

    private List<Option> people(Visitor visitor, String typed) {
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        var hits = people.search(typed, contacts);
        return people.page(PeopleQuery.EVERYONE, hits, null, MOST).rows().stream()
                .map(
                        row ->
                                new Option(
                                        Wording.name(row.name(), contacts),
                                        row.organisation() == null ? "" : row.organisation(),
                                        "/c/%s/people/%d"
                                                .formatted(visitor.community().slug(), row.id()),
                                        "People"))
                .toList();
    }

    @GetMapping("/c/{slug}/shortcuts")
    View shortcuts() {
        return html.render(
                "web/shortcuts",
                frames.desk("Keyboard shortcuts", "Everything can be done without a mouse."));
    }
}
