package org.folkmoot.community;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.access.Zones;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Tab;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// A community's name, sort, time zone and language.
@Controller
@Needs(Permission.EDIT_SETTINGS)
class SettingsPage {

    private final Communities communities;
    private final Recounting recounting;
    private final Frames frames;
    private final Html html;

    SettingsPage(Communities communities, Recounting recounting, Frames frames, Html html) {
        this.communities = communities;
        this.recounting = recounting;
        this.frames = frames;
        this.html = html;
    }

    @Bean
    static RailItem settingsInTheRail() {
        return new RailItem(
                RailItem.Group.SET_UP,
                60,
                "Settings",
                "settings",
                "/settings",
                "",
                Permission.EDIT_SETTINGS);
    }

    /// @param error what could not be saved, empty for nothing
    record Settings(
            Desk desk,
            String name,
            String kind,
            String zone,
            String locale,
            boolean recounting,
            String error) {

        List<Community.Kind> kinds() {
            return List.of(Community.Kind.values());
        }

        List<String> zones() {
            return Stream.concat(Zones.all().stream(), Stream.of(zone)).distinct().toList();
        }

        /// Languages whose endings the search knows, and the chosen one.
        List<Locale> languages() {
            return Stream.concat(Communities.SEARCHED.stream(), Stream.of(locale))
                    .distinct()
                    .map(Locale::forLanguageTag)
                    .toList();
        }

        List<Tab> tabs() {
            return SettingsTabs.COMMUNITY.on(desk);
        }
    }

    @GetMapping("/c/{slug}/settings")
    View show() {
        var here = communities.here();
        return view(
                here.name(),
                here.kind().key(),
                here.zone().getId(),
                here.locale().toLanguageTag(),
                "");
    }

    @PostMapping("/c/{slug}/settings")
    View save(
            @RequestParam Map<String, String> form, HttpServletResponse response, Visitor visitor) {
        var name = form.getOrDefault("name", "");
        var kind = form.getOrDefault("kind", "");
        var zone = form.getOrDefault("zone", "");
        var locale = form.getOrDefault("locale", "");
        try {
            communities.change(name, kind, zone, locale);
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return view(name, kind, zone, locale, String.valueOf(e.getMessage()));
        }
        frames.say(Flash.good("The settings are saved."));
        return new RedirectView("/c/" + visitor.community().slug() + "/settings");
    }

    private View view(String name, String kind, String zone, String locale, String error) {
        return html.render(
                "community/settings",
                new Settings(
                        frames.desk(
                                "Settings",
                                "What this community is called, and whose days and words it counts by."),
                        name,
                        kind,
                        zone,
                        locale,
                        recounting.underWay().isPresent(),
                        error));
    }
}
