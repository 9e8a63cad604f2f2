package org.folkmoot.members;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.PagePart.Place;
import org.folkmoot.access.PageParts;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Part;
import org.folkmoot.web.PlatformNames;
import org.folkmoot.web.Tab;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/// One person: all accounts, what is told of them, what they did, what the team knows.
@Controller
@Needs(Permission.SEE_PEOPLE)
class MemberPage {

    /// What somebody typed and could not be stored as it was; shown once more.
    static final String DRAFT = "draft";

    /// Older links name the tab of ties so.
    private static final String FORMER_TIES = "connections";

    private static final String TIES = "ties";

    private final Members members;
    private final Tags tags;
    private final Notes notes;
    private final Facets facets;
    private final FactSheets sheets;
    private final PageParts parts;
    private final List<Onlooker> onlookers;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    MemberPage(
            Members members,
            Tags tags,
            Notes notes,
            Facets facets,
            FactSheets sheets,
            PageParts parts,
            List<Onlooker> onlookers,
            Frames frames,
            Html html,
            Clock clock) {
        this.members = members;
        this.tags = tags;
        this.notes = notes;
        this.facets = facets;
        this.sheets = sheets;
        this.parts = parts;
        this.onlookers = onlookers;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param tab `timeline`, `notes`, or the key of another module's
    /// @param notice what must not be overlooked, above all
    /// @param top what other modules show of this person, wide
    /// @param side the same in the narrow column
    /// @param below the same below the notes
    /// @param own the content of a tab that another module fills; null on our own tabs
    /// @param facts what is told of them, by whom and when
    /// @param editing the note whose text is being changed; 0 for none
    /// @param draft the note that could not be stored as it was; empty for none
    record Sheet(
            Desk desk,
            When when,
            Wording wording,
            Member member,
            String name,
            FactSheet facts,
            String tab,
            List<Tab> tabs,
            List<String> tags,
            List<String> knownTags,
            List<Notes.Note> notes,
            long editing,
            String draft,
            boolean contacts,
            boolean edits,
            boolean reads,
            List<Part> notice,
            List<Part> top,
            List<Part> side,
            List<Part> below,
            @Nullable Part own) {

        String path(String below) {
            return desk.home() + "/people/" + member.id() + below;
        }

        /// A picture of another module, by its address.
        String activity(String what) {
            return desk.home() + "/activity/" + what + "/" + member.id();
        }
    }

    @GetMapping("/c/{slug}/people/{id}")
    View show(
            Visitor visitor,
            HttpServletRequest request,
            @PathVariable long id,
            @RequestParam(defaultValue = "timeline") String tab,
            @RequestParam(defaultValue = "0") long editing,
            @RequestParam(defaultValue = "") String saying) {
        var member = members.get(id);
        if (member.id() != id || tab.equals(FORMER_TIES)) {
            return new RedirectView(
                    "/c/%s/people/%d?tab=%s"
                            .formatted(
                                    visitor.community().slug(),
                                    member.id(),
                                    PeopleQuery.encoded(tab.equals(FORMER_TIES) ? TIES : tab)));
        }
        onlookers.forEach(onlooker -> onlooker.sawOne(id, "profile"));
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        var reads = visitor.may(Permission.SEE_ACTIVITY);
        var known = contacts ? notes.of(id) : List.<Notes.Note>of();
        var path = "/c/%s/people/%d".formatted(visitor.community().slug(), id);
        var others = parts.of(Place.PROFILE_TAB, visitor, id);
        var tabs = tabs(path, tab, reads, contacts, known.size(), others);
        var current = tabs.stream().filter(Tab::current).findFirst();
        var name = Wording.name(member.name(), contacts);
        var wording = new Wording(visitor.locale());
        return html.render(
                "members/member",
                new Sheet(
                        frames.desk(name, lede(member, wording)),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        wording,
                        member,
                        name,
                        sheets.of(member, visitor, request, saying),
                        current.isPresent() ? tab : "",
                        tabs,
                        tags.of(id),
                        visitor.may(Permission.EDIT_PEOPLE) ? facets.tags() : List.of(),
                        known,
                        editing,
                        draft(request),
                        contacts,
                        visitor.may(Permission.EDIT_PEOPLE),
                        reads,
                        parts.of(Place.PROFILE_NOTICE, visitor, id),
                        parts.of(Place.PROFILE_TOP, visitor, id),
                        parts.of(Place.PROFILE_SIDE, visitor, id),
                        parts.of(Place.PROFILE_NOTES, visitor, id),
                        others.stream().filter(p -> p.key().equals(tab)).findFirst().orElse(null)));
    }

    private static String draft(HttpServletRequest request) {
        var before = RequestContextUtils.getInputFlashMap(request);
        return before != null && before.get(DRAFT) instanceof String draft ? draft : "";
    }

    private static List<Tab> tabs(
            String path,
            String tab,
            boolean reads,
            boolean contacts,
            int notes,
            List<Part> others) {
        var tabs = new ArrayList<Tab>();
        if (reads) {
            tabs.add(new Tab("Timeline", path, "", tab.equals("timeline")));
        }
        if (contacts) {
            tabs.add(
                    new Tab(
                            "Notes",
                            path + "?tab=notes",
                            notes == 0 ? "" : Integer.toString(notes),
                            tab.equals("notes")));
        }
        for (var other : others) {
            tabs.add(
                    new Tab(
                            other.title(),
                            path + "?tab=" + other.key(),
                            "",
                            tab.equals(other.key())));
        }
        return tabs;
    }

    private static String lede(Member member, Wording wording) {
        var who =
                switch (member.standing()) {
                    case "staff" -> "Staff";
                    case "bot" -> "A bot";
                    case "nobody" -> "No person: an account that stands for many";
                    default -> member.leftAt() != null ? "Left the community" : "Member";
                };
        var n = member.activities();
        return "%s, %s %s on %s"
                .formatted(
                        who,
                        wording.number(n),
                        n == 1 ? "activity" : "activities",
                        String.join(
                                ", ",
                                member.accounts().stream()
                                        .map(a -> PlatformNames.of(a.platform()))
                                        .distinct()
                                        .toList()));
    }
}
