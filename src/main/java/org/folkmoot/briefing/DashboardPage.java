package org.folkmoot.briefing;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.access.Visitor;
import org.folkmoot.metrics.Gauge;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Where a lead chooses which numbers others may see, and who these are.
@Controller
@Needs(Permission.EDIT_SETTINGS)
@RequestMapping("/c/{slug}/briefing/public")
class DashboardPage {

    static final String PURPOSE = "numbers";

    private final Dashboards dashboards;
    private final SignedLinks links;
    private final Frames frames;
    private final Html html;

    DashboardPage(Dashboards dashboards, SignedLinks links, Frames frames, Html html) {
        this.dashboards = dashboards;
        this.links = links;
        this.frames = frames;
        this.html = html;
    }

    /// @param edits whether the reader may change it
    /// @param address where it is seen, whole; null when nobody may see it
    record Shown(
            Desk desk,
            List<Tab> tabs,
            Dashboard dashboard,
            boolean edits,
            @Nullable String address) {

        String path(String below) {
            return desk.home() + "/briefing/public" + below;
        }

        List<Gauge> gauges() {
            return List.of(Gauge.values());
        }

        List<Dashboard.Audience> audiences() {
            return List.of(Dashboard.Audience.values());
        }

        String sites() {
            return String.join("\n", dashboard.sites());
        }

        /// What goes into the page that frames it.
        String snippet() {
            return "<iframe src=\"%s\" title=\"%s\" width=\"100%%\" height=\"720\" loading=\"lazy\"></iframe>"
                    .formatted(address, "Numbers of our community");
        }
    }

    @GetMapping
    @Needs(Permission.SEE_NUMBERS)
    View show(Visitor visitor) {
        var dashboard = dashboards.here();
        return html.render(
                "briefing/dashboard",
                new Shown(
                        frames.desk(
                                "Alerts and goals",
                                "A page of a few numbers for those you work for. No names, no texts, and no shares or times when fewer than ten people were active."),
                        BriefingTabs.PUBLIC.on(visitor),
                        dashboard,
                        visitor.may(Permission.EDIT_SETTINGS),
                        address(visitor, dashboard)));
    }

    private @Nullable String address(Visitor visitor, Dashboard dashboard) {
        var path = "/p/%s/numbers".formatted(visitor.community().slug());
        return switch (dashboard.audience()) {
            case NOBODY -> null;
            case LINK ->
                    links.whole(
                            path
                                    + "/"
                                    + links.sign(PURPOSE, Integer.toString(dashboard.edition())));
            case EVERYBODY -> links.whole(path);
        };
    }

    @PostMapping
    View change(
            Visitor visitor,
            @RequestParam(defaultValue = "") String audience,
            @RequestParam(defaultValue = "") List<String> gauge,
            @RequestParam(defaultValue = "") String sites) {
        var before = dashboards.here();
        var wanted = before.with(audience, gauge, sites);
        dashboards.keep(wanted);
        frames.say(
                Flash.undoable(
                        wanted.audience() == Dashboard.Audience.NOBODY
                                ? "These numbers are for the team alone."
                                : "It is shown from now on.",
                        BriefingTabs.PUBLIC.path(visitor) + "?" + query(before)));
        return back(visitor);
    }

    private static String query(Dashboard before) {
        var query = new StringBuilder("audience=" + before.audience().key());
        before.gauges().forEach(g -> query.append("&gauge=").append(g.key()));
        return query.append("&sites=")
                .append(
                        URLEncoder.encode(
                                String.join("\n", before.sites()), StandardCharsets.UTF_8))
                .toString();
    }

    /// The old link opens nothing any more; there is no way back to it.
    @PostMapping("/link")
    View another(Visitor visitor) {
        var before = dashboards.here();
        dashboards.keep(
                new Dashboard(
                        before.audience(), before.gauges(), before.sites(), before.edition() + 1));
        frames.say(Flash.good("There is a new link; the old one opens nothing any more."));
        return back(visitor);
    }

    private static View back(Visitor visitor) {
        return new RedirectView(BriefingTabs.PUBLIC.path(visitor));
    }
}
