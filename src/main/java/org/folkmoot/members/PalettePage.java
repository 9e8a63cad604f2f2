package org.folkmoot.members;

import java.util.ArrayList;
import java.util.Comparator;
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

    /// Of so many people the palette offers what can be done, unless one asks for it.
    private static final int ACTED_ON = 2;

    private final People people;
    private final List<QuickAction> actions;
    private final Frames frames;
    private final Html html;

    PalettePage(People people, List<QuickAction> actions, Frames frames, Html html) {
        this.people = people;
        this.actions =
                actions.stream().sorted(Comparator.comparingInt(QuickAction::order)).toList();
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
        if (visitor.may(Permission.SEE_PEOPLE)) {
            found.addAll(people(visitor, typed));
        }
        return found;
    }

    /// People by name and what can be done with the first of them; or, after the word of an
    /// action, that action with whomever is named: "task ada".
    private List<Option> people(Visitor visitor, String typed) {
        var permitted = actions.stream().filter(a -> visitor.may(a.needs())).toList();
        var asked = permitted.stream().filter(a -> a.name(typed).length() >= 2).findFirst();
        if (asked.isPresent()) {
            return rows(visitor, asked.get().name(typed)).stream()
                    .map(row -> option(visitor, asked.get(), row))
                    .toList();
        }
        var found = typed.length() < 2 ? List.<People.Row>of() : rows(visitor, typed);
        var all = new ArrayList<>(found.stream().map(row -> option(visitor, row)).toList());
        for (var action : permitted) {
            found.stream()
                    .limit(ACTED_ON)
                    .map(row -> option(visitor, action, row))
                    .forEach(all::add);
        }
        return all;
    }

    private List<People.Row> rows(Visitor visitor, String name) {
        var hits = people.search(name, visitor.may(Permission.SEE_CONTACT_DATA));
        return people.page(PeopleQuery.EVERYONE, hits, null, MOST).rows();
    }

    private static Option option(Visitor visitor, People.Row row) {
        return new Option(
                name(visitor, row),
                row.organisation() == null ? "" : row.organisation(),
                home(visitor) + "/people/" + row.id(),
                "People");
    }

    private static Option option(Visitor visitor, QuickAction action, People.Row row) {
        return new Option(
                action.label() + " " + name(visitor, row),
                row.organisation() == null ? "" : row.organisation(),
                action.on(home(visitor), row.id()),
                "Do");
    }

    private static String name(Visitor visitor, People.Row row) {
        return Wording.name(row.name(), visitor.may(Permission.SEE_CONTACT_DATA));
    }

    private static String home(Visitor visitor) {
        return "/c/" + visitor.community().slug();
    }

    @GetMapping("/c/{slug}/shortcuts")
    View shortcuts() {
        return html.render(
                "web/shortcuts",
                frames.desk("Keyboard shortcuts", "Everything can be done without a mouse."));
    }
}
