package org.folkmoot.organisations;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.community.Communities;
import org.folkmoot.members.Employers;
import org.folkmoot.metrics.Metrics;
import org.folkmoot.metrics.Supposed;
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

/// Whether an organisation's people are the team's own. What that does to the numbers is said
/// before it is done.
@Controller
@Needs(Permission.EDIT_SETTINGS)
@RequestMapping("/c/{slug}/organisations/{id:\\d+}/staff")
class StaffPage {

    private final Organisations organisations;
    private final OrganisationRows rows;
    private final Employers employers;
    private final Metrics metrics;
    private final Communities communities;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    StaffPage(
            Organisations organisations,
            OrganisationRows rows,
            Employers employers,
            Metrics metrics,
            Communities communities,
            Frames frames,
            Html html,
            Clock clock) {
        this.organisations = organisations;
        this.rows = rows;
        this.employers = employers;
        this.metrics = metrics;
        this.communities = communities;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param staff whether they would be staff, or would no longer be
    /// @param swayed how many people would be something else than they are
    record Effect(
            Desk desk,
            Reader reader,
            long id,
            String name,
            boolean staff,
            int swayed,
            List<Supposed> numbers) {}

    @GetMapping
    View show(Visitor visitor, @PathVariable long id) {
        var draft = rows.draft(id);
        var reader = Reader.of(visitor, clock);
        var staff = !draft.staff();
        var swayed = employers.swayed(draft.name(), staff);
        return html.render(
                "organisations/staff",
                new Effect(
                        frames.desk(
                                staff
                                        ? "Make the people of %s staff?".formatted(draft.name())
                                        : "Are the people of %s no longer staff?"
                                                .formatted(draft.name()),
                                lede(swayed.size(), staff, reader)),
                        reader,
                        id,
                        draft.name(),
                        staff,
                        swayed.size(),
                        metrics.supposing(communities.here(), swayed, staff, visitor.locale())));
    }

    private static String lede(int swayed, boolean staff, Reader reader) {
        var who =
                swayed == 0
                        ? "Nobody"
                        : swayed == 1 ? "One person" : reader.number(swayed) + " people";
        return staff
                ? "%s would become staff, and with them whoever joins it later. Staff are left out of headline numbers."
                        .formatted(who)
                : "%s would count as members again. Who is staff by hand or by a platform stays staff."
                        .formatted(who);
    }

    @PostMapping
    View save(Visitor visitor, @PathVariable long id, @RequestParam boolean staff) {
        var changed = organisations.staff(id, staff);
        frames.say(
                Flash.undoable(
                        staff
                                ? "Its people are staff: left out of headline numbers."
                                : "Its people count as members again.",
                        OrganisationChanges.path(
                                visitor, "/former/%d/return".formatted(changed.former()))));
        return new RedirectView(OrganisationChanges.path(visitor, "/" + id));
    }
}
