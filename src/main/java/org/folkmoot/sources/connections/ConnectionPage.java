package org.folkmoot.sources.connections;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Setting;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.comparing.Advance;
import org.folkmoot.sources.comparing.Advancing;
import org.folkmoot.sources.comparing.Compared;
import org.folkmoot.sources.comparing.Totals;
import org.folkmoot.sources.figures.FigureCharts;
import org.folkmoot.sources.figures.Figures;
import org.folkmoot.sources.hearing.Brought;
import org.folkmoot.sources.hearing.Calls;
import org.folkmoot.sources.hearing.Removing;
import org.folkmoot.sources.outbox.SaidList;
import org.folkmoot.sources.roles.RoleRules;
import org.folkmoot.sources.roles.Roles;
import org.folkmoot.sources.standing.Standing;
import org.folkmoot.sources.standing.Standings;
import org.folkmoot.web.Chart;
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

/// One live connection: how it gets on, its calls, its settings, and the way out.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/connections/{id}")
class ConnectionPage {

    private static final int MOST = 50;
    private static final int DAYS = 90;

    private final Sources sources;
    private final Platforms platforms;
    private final Joining joining;
    private final Calls calls;
    private final SaidList said;
    private final Brought brought;
    private final Callings callings;
    private final Removing removing;
    private final Figures figures;
    private final Frames frames;
    private final Html html;
    private final Standings standings;
    private final Advancing advancing;
    private final Totals totals;
    private final Roles roles;

    ConnectionPage(
            Sources sources,
            Platforms platforms,
            Joining joining,
            Calls calls,
            SaidList said,
            Brought brought,
            Callings callings,
            Removing removing,
            Figures figures,
            Frames frames,
            Html html,
            Standings standings,
            Advancing advancing,
            Totals totals,
            Roles roles) {
        this.sources = sources;
        this.platforms = platforms;
        this.joining = joining;
        this.calls = calls;
        this.said = said;
        this.brought = brought;
        this.callings = callings;
        this.removing = removing;
        this.figures = figures;
        this.frames = frames;
        this.html = html;
        this.standings = standings;
        this.advancing = advancing;
        this.totals = totals;
        this.roles = roles;
    }

    /// What `connection.jte` shows.
    ///
    /// @param dead calls that were given up
    /// @param figures what the platform counts itself
    /// @param totals what the platform last said how much there is, beside ours
    /// @param erases whether the reader may erase what it brought
    record One(
            Desk desk,
            Standing standing,
            List<Calls.Kept> dead,
            List<SaidList.One> said,
            Called called,
            List<Chart> figures,
            Advance advance,
            List<Compared> totals,
            RoleRules rules,
            boolean erases,
            String error) {

        Source source() {
            return standing.source();
        }

        Connector connector() {
            return standing.connector();
        }

        Moving moving() {
            return new Moving(standing, advance, totals);
        }

        List<Setting> settings() {
            return Setting.of(connector());
        }

        /// Those that can be chosen from what is there.
        List<Setting> offered() {
            var names = Offers.settings(connector());
            return settings().stream().filter(s -> names.contains(s.name())).toList();
        }

        String path(String more) {
            return "%s/connections/%d%s".formatted(desk.home(), source().id(), more);
        }
    }

    @GetMapping
    View show(Visitor visitor, @PathVariable long id) {
        return show(visitor, id, "", "");
    }

    private View show(Visitor visitor, long id, String error, String shown) {
        var source = sources.get(id);
        var standing = standings.one(id, visitor);
        return html.render(
                "sources/connections/connection",
                new One(
                        frames.desk(source.name(), standing.words()),
                        standing,
                        calls.dead(id, MOST),
                        said.of(id, MOST),
                        callings.of(source, shown),
                        charts(standing, visitor),
                        advancing.of(id),
                        totals.of(id),
                        roles.of(id),
                        visitor.may(Permission.HANDLE_PRIVACY),
                        error));
    }

    /// What the platform counts itself, of the last months.
    private List<Chart> charts(Standing standing, Visitor visitor) {
        var id = standing.source().id();
        var today = LocalDate.ofInstant(standing.when().now(), ZoneOffset.UTC);
        return new FigureCharts(
                        figures.totals(id, today.minusDays(DAYS)),
                        path(visitor, id) + "/figures.csv",
                        visitor.locale())
                .all();
    }

    @PostMapping
    View change(Visitor visitor, @PathVariable long id, @RequestParam Map<String, String> fields) {
        var connector = platforms.named(sources.get(id).platform());
        try {
            joining.change(
                    id,
                    ConnectionsPage.settings(connector, fields),
                    ConnectionsPage.secrets(connector, fields));
        } catch (Refusal.Unusable e) {
            return show(visitor, id, String.valueOf(e.getMessage()), "");
        }
        frames.say(ConnectionsPage.trial(joining, id));
        return back(visitor, id);
    }

    @PostMapping("/trial")
    View look(Visitor visitor, @PathVariable long id) {
        frames.say(ConnectionsPage.trial(joining, id));
        return back(visitor, id);
    }

    @PostMapping("/pause")
    View pause(Visitor visitor, @PathVariable long id) {
        joining.pause(id);
        frames.say(
                Flash.undoable("Paused. Nothing is asked there.", path(visitor, id) + "/resume"));
        return back(visitor, id);
    }

    @PostMapping("/resume")
    View resume(Visitor visitor, @PathVariable long id) {
        joining.resume(id);
        frames.say(Flash.good("It is asked again."));
        return back(visitor, id);
    }

    @PostMapping("/removal")
    View remove(Visitor visitor, @PathVariable long id) {
        var problem = removing.remove(id);
        var words = "Disconnected. What it brought stays.";
        frames.say(problem.map(why -> Flash.bad(words + " " + why)).orElse(Flash.good(words)));
        return new RedirectView("/c/%s/connections".formatted(visitor.community().slug()));
    }

    /// Shows once what a handshake brought.
    @PostMapping("/calls/token")
    View token(Visitor visitor, @PathVariable long id) {
        var token = brought.look(sources.get(id));
        if (token.isEmpty()) {
            frames.say(Flash.bad("Somebody looked at it before. Let the platform send it anew."));
            return back(visitor, id);
        }
        return show(visitor, id, "", token.get());
    }

    private static String path(Visitor visitor, long id) {
        return "/c/%s/connections/%d".formatted(visitor.community().slug(), id);
    }

    private static View back(Visitor visitor, long id) {
        return new RedirectView(path(visitor, id));
    }
}
