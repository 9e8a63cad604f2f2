package org.folkmoot.sources.roles;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.standing.Standings;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Who is a bot and who is of the team, of one connection. What it does is said before it is done.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/connections/{id}/roles")
class RolesPage {

    private final Roles roles;
    private final Standings standings;
    private final Frames frames;
    private final Html html;

    RolesPage(Roles roles, Standings standings, Frames frames, Html html) {
        this.roles = roles;
        this.standings = standings;
        this.frames = frames;
        this.html = html;
    }

    @GetMapping
    View show(Visitor visitor, @PathVariable long id) {
        return show(visitor, id, RoleFields.of(roles.of(id)), null, "");
    }

    private View show(
            Visitor visitor,
            long id,
            RoleFields fields,
            @Nullable RoleEffect effect,
            String error) {
        var standing = standings.one(id, visitor);
        return html.render(
                "sources/roles/roles",
                new RolesView(
                        frames.desk(
                                "Bots and team of " + standing.source().name(),
                                "Bots are counted in no number, the team apart from members."),
                        standing,
                        fields,
                        effect,
                        error));
    }

    /// What would change, before it is kept.
    @PostMapping("/effect")
    View look(
            Visitor visitor,
            HttpServletResponse response,
            @PathVariable long id,
            @RequestParam Map<String, String> fields) {
        try {
            var rules = RoleRules.typed(fields);
            return show(visitor, id, RoleFields.of(rules), roles.effect(id, rules), "");
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return show(
                    visitor, id, RoleFields.typed(fields), null, String.valueOf(e.getMessage()));
        }
    }

    @PostMapping
    View keep(Visitor visitor, @PathVariable long id, @RequestParam Map<String, String> fields) {
        var effect = roles.keep(id, RoleRules.typed(fields));
        frames.say(
                Flash.undoable(
                        RolesView.kept(effect, new Wording(visitor.locale(), visitor.zone())),
                        path(visitor, id) + "/roles/back"));
        return new RedirectView(path(visitor, id));
    }

    @PostMapping("/back")
    View back(Visitor visitor, @PathVariable long id) {
        roles.back(id);
        frames.say(Flash.good("The rules of before hold again."));
        return new RedirectView(path(visitor, id));
    }

    private static String path(Visitor visitor, long id) {
        return "/c/%s/connections/%d".formatted(visitor.community().slug(), id);
    }
}
