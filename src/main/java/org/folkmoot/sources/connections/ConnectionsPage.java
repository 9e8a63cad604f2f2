package org.folkmoot.sources.connections;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.Credential;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Setting;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.roles.RoleFields;
import org.folkmoot.sources.roles.RoleRules;
import org.folkmoot.sources.roles.Roles;
import org.folkmoot.sources.standing.Standing;
import org.folkmoot.sources.standing.Standings;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tone;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// All live connections, how each gets on, and the way to connect another.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/connections")
class ConnectionsPage {

    private final Platforms platforms;
    private final Joining joining;
    private final Roles roles;
    private final Frames frames;
    private final Html html;
    private final Standings standings;

    ConnectionsPage(
            Platforms platforms,
            Joining joining,
            Roles roles,
            Frames frames,
            Html html,
            Standings standings) {
        this.platforms = platforms;
        this.joining = joining;
        this.roles = roles;
        this.frames = frames;
        this.html = html;
        this.standings = standings;
    }

    /// What `connections.jte` shows.
    record All(Desk desk, List<Standing> connections, List<Connector> gallery) {}

    /// What `connect.jte` shows.
    ///
    /// @param given what was typed before, but for secrets
    record Form(Desk desk, Connector connector, Map<String, String> given, String error) {

        /// @param needed those that must be told come first
        List<Setting> settings(boolean needed) {
            return Setting.of(connector).stream().filter(s -> s.needed() == needed).toList();
        }

        List<Credential> secrets(boolean needed) {
            return connector.secrets().stream().filter(s -> s.needed() == needed).toList();
        }

        String value(String name) {
            return given.getOrDefault(name, "");
        }

        RoleFields roles() {
            return RoleFields.typed(given);
        }
    }

    @GetMapping
    View all(Visitor visitor) {
        var shown = standings.all(visitor);
        return html.render(
                "sources/connections/connections",
                new All(frames.desk("Connections", Standing.lede(shown)), shown, platforms.all()));
    }

    @GetMapping("/new/{platform}")
    View form(@PathVariable String platform) {
        return form(platforms.named(platform), Map.of(), "");
    }

    private View form(Connector connector, Map<String, String> given, String error) {
        return html.render(
                "sources/connections/connect",
                new Form(
                        frames.desk("Connect " + connector.title(), connector.words()),
                        connector,
                        given,
                        error));
    }

    /// Connects it, and reads one real thing to see that it works.
    @PostMapping("/new/{platform}")
    View connect(
            Visitor visitor,
            @PathVariable String platform,
            @RequestParam Map<String, String> fields) {
        var connector = platforms.named(platform);
        var open = unchosen(connector, fields);
        Source made;
        try {
            var rules = RoleRules.typed(fields);
            made =
                    joining.add(
                            platform,
                            fields.getOrDefault("name", ""),
                            settings(connector, fields),
                            secrets(connector, fields),
                            open.isEmpty());
            if (!rules.none()) {
                roles.keep(made.id(), rules);
            }
        } catch (Refusal.Unusable e) {
            var given = new HashMap<>(fields);
            connector.secrets().forEach(s -> given.remove(s.name()));
            return form(connector, given, String.valueOf(e.getMessage()));
        }
        var seen = trial(joining, made.id());
        frames.say(seen);
        var path = "/c/%s/connections/%d".formatted(visitor.community().slug(), made.id());
        if (open.isPresent() && seen.tone() == Tone.GOOD) {
            return new RedirectView("%s/offers/%s".formatted(path, open.get()));
        }
        if (open.isPresent()) {
            joining.resume(made.id());
        }
        return new RedirectView(path);
    }

    /// A list that she left empty and that the platform can fill.
    private static Optional<String> unchosen(Connector connector, Map<String, String> fields) {
        return Offers.settings(connector).stream()
                .filter(name -> fields.getOrDefault(name, "").isBlank())
                .sorted()
                .findFirst();
    }

    static Flash trial(Joining joining, long id) {
        try {
            return Flash.good("It works. " + joining.look(id));
        } catch (Refusal.Unusable e) {
            return Flash.bad("It does not work yet. " + e.getMessage());
        }
    }

    static Map<String, String> settings(Connector connector, Map<String, String> fields) {
        var all = new HashMap<String, String>();
        Setting.of(connector).forEach(s -> all.put(s.name(), fields.getOrDefault(s.name(), "")));
        return all;
    }

    static Map<String, String> secrets(Connector connector, Map<String, String> fields) {
        var all = new HashMap<String, String>();
        connector.secrets().forEach(s -> all.put(s.name(), fields.getOrDefault(s.name(), "")));
        return all;
    }
}
