package org.folkmoot.sources.connections;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Platforms;
import org.folkmoot.sources.Setting;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.Wiring;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// What a connection is to read, chosen from what there is.
@Controller
@Needs(Permission.IMPORT)
@RequestMapping("/c/{slug}/connections/{id}/offers/{setting}")
class OffersPage {

    private final Sources sources;
    private final Joining joining;
    private final Offers offers;
    private final Wiring wiring;
    private final Platforms platforms;
    private final Frames frames;
    private final Html html;

    OffersPage(
            Sources sources,
            Joining joining,
            Offers offers,
            Wiring wiring,
            Platforms platforms,
            Frames frames,
            Html html) {
        this.sources = sources;
        this.joining = joining;
        this.offers = offers;
        this.wiring = wiring;
        this.platforms = platforms;
        this.frames = frames;
        this.html = html;
    }

    /// What `offers.jte` shows.
    ///
    /// @param chosen values or names that were chosen before
    /// @param unseen those of them that the platform does not offer
    /// @param waits whether reading begins with this choice
    record All(
            Desk desk,
            Source source,
            Setting setting,
            List<Offering.Offer> offers,
            Set<String> chosen,
            List<String> unseen,
            boolean waits,
            String error) {

        boolean has(Offering.Offer offer) {
            return chosen.contains(offer.value()) || chosen.contains(bare(offer.label()));
        }

        String path() {
            return "%s/connections/%d".formatted(desk.home(), source.id());
        }
    }

    private static String bare(String name) {
        return name.startsWith("#") ? name.substring(1) : name;
    }

    @GetMapping
    View show(@PathVariable long id, @PathVariable String setting) {
        var source = sources.get(id);
        var wanted = offers.setting(source, setting);
        List<Offering.Offer> all = List.of();
        var error = "";
        try {
            all = offers.of(id, setting);
        } catch (Refusal.Unusable e) {
            error = String.valueOf(e.getMessage());
        }
        var chosen = wiring.of(platforms.of(source), source).list(setting);
        var seen = all.stream().flatMap(o -> Stream.of(o.value(), bare(o.label()))).toList();
        return html.render(
                "sources/connections/offers",
                new All(
                        frames.desk(
                                "What to read of " + source.name(),
                                "Choose what this connection brings; you can change it at any time."),
                        source,
                        wanted,
                        all,
                        Set.copyOf(chosen.stream().map(OffersPage::bare).toList()),
                        chosen.stream().filter(one -> !seen.contains(bare(one))).toList(),
                        waits(source),
                        error));
    }

    /// Whether it was connected and never began.
    private static boolean waits(Source source) {
        return source.state() == Source.State.PAUSED && source.caughtAt() == null;
    }

    /// @param chosen none for all there is, where the setting allows it
    @PostMapping
    View choose(
            Visitor visitor,
            @PathVariable long id,
            @PathVariable String setting,
            @RequestParam @Nullable List<String> chosen) {
        var source = sources.get(id);
        offers.setting(source, setting);
        var here = "/c/%s/connections/%d".formatted(visitor.community().slug(), id);
        try {
            joining.change(
                    id, Map.of(setting, chosen == null ? "" : String.join(",", chosen)), Map.of());
        } catch (Refusal.Unusable e) {
            frames.say(Flash.bad(String.valueOf(e.getMessage())));
            return new RedirectView("%s/offers/%s".formatted(here, setting));
        }
        if (waits(source)) {
            joining.resume(id);
            frames.say(Flash.good("It begins: everything from before first, then what is new."));
        } else {
            frames.say(Flash.good("Kept. What you chose is read from now on."));
        }
        return new RedirectView(here);
    }
}
