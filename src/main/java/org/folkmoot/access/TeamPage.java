package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/// Who works in this community, in which role, and what each role may do.
@Controller
@Needs(Permission.MANAGE_TEAM)
@RequestMapping("/c/{slug}/team")
class TeamPage {

    private static final String LINK = "link";

    private final Teammates teammates;
    private final Invitations invitations;
    private final Admissions admissions;
    private final Letters letters;
    private final SiteUrl site;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    TeamPage(
            Teammates teammates,
            Invitations invitations,
            Admissions admissions,
            Letters letters,
            SiteUrl site,
            Frames frames,
            Html html,
            Clock clock) {
        this.teammates = teammates;
        this.invitations = invitations;
        this.admissions = admissions;
        this.letters = letters;
        this.site = site;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param link of the invitation just made, to be copied now; empty for none
    /// @param error what is wrong with the address in `email`; empty for nothing
    record Team(
            Desk desk,
            When when,
            boolean manages,
            List<Teammate> mates,
            List<Invitation> invitations,
            String link,
            String email,
            Role role,
            String error) {

        List<Role> roles() {
            return List.of(Role.values());
        }

        List<Permission> permissions() {
            return List.of(Permission.values());
        }

        String path(String below) {
            return desk.home() + "/team" + below;
        }
    }

    @GetMapping
    @Needs(Permission.SEE_TEAM)
    View page(Visitor visitor, HttpServletRequest request) {
        var before = RequestContextUtils.getInputFlashMap(request);
        var link = before == null ? "" : Objects.requireNonNullElse(before.get(LINK), "");
        return view(visitor, link.toString(), "", Role.COORDINATOR, "");
    }

    @PostMapping("/invitations")
    View invite(
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String email,
            @RequestParam String role) {
        var as = Role.of(role).orElseThrow(() -> new Refusal.Unusable("There is no such role."));
        String secret;
        try {
            secret = admissions.invite(email, as);
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return view(visitor, "", email, as, String.valueOf(e.getMessage()));
        }
        var link = site.of("/join/" + visitor.community().slug() + "/" + secret);
        if (letters.invite(visitor, Accounts.address(email), as, link)) {
            frames.say(Flash.good("The invitation is on its way."));
        } else {
            RequestContextUtils.getOutputFlashMap(request).put(LINK, link);
        }
        return back(visitor);
    }

    @PostMapping("/invitations/{id}/withdrawal")
    View withdraw(Visitor visitor, @PathVariable long id) {
        admissions.withdraw(id);
        frames.say(Flash.good("The invitation is withdrawn; its link no longer opens."));
        return back(visitor);
    }

    @PostMapping("/{account}/role")
    View change(Visitor visitor, @PathVariable long account, @RequestParam String role) {
        var to = Role.of(role).orElseThrow(() -> new Refusal.Unusable("There is no such role."));
        admissions.change(account, to);
        frames.say(Flash.good("The role is now %s.".formatted(to.label())));
        return back(visitor);
    }

    @PostMapping("/{account}/removal")
    View remove(Visitor visitor, @PathVariable long account) {
        admissions.remove(account);
        if (Objects.equals(visitor.account(), account)) {
            return new RedirectView("/");
        }
        frames.say(Flash.good("They no longer belong to the team."));
        return back(visitor);
    }

    private static View back(Visitor visitor) {
        return new RedirectView("/c/" + visitor.community().slug() + "/team");
    }

    private View view(Visitor visitor, String link, String email, Role role, String error) {
        var mates = teammates.all();
        var lede =
                mates.size() == 1
                        ? "One person works in this community."
                        : "%d people work in this community.".formatted(mates.size());
        return html.render(
                "access/team",
                new Team(
                        frames.desk("Team", lede),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        visitor.may(Permission.MANAGE_TEAM),
                        mates,
                        visitor.may(Permission.MANAGE_TEAM) ? invitations.open() : List.of(),
                        link,
                        email,
                        role,
                        error));
    }
}
