package org.folkmoot.consent;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.RailItem;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.Reach;
import org.folkmoot.members.Reaching;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;

/// Who was asked what: what went, what is held and why, what did not arrive.
@Controller
@Needs(Permission.SEE_CONTACT_DATA)
@RequestMapping("/c/{slug}/asks")
class AsksPage {

    private static final int PAGE = 50;

    private final AskList list;
    private final Asking asking;
    private final Reaching reaching;
    private final Purposes purposes;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    AsksPage(
            AskList list,
            Asking asking,
            Reaching reaching,
            Purposes purposes,
            Frames frames,
            Html html,
            Clock clock) {
        this.list = list;
        this.asking = asking;
        this.reaching = reaching;
        this.purposes = purposes;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    @Bean
    static RailItem asksInTheRail() {
        return new RailItem(
                RailItem.Group.DOING,
                45,
                "Asks",
                "mail-forward",
                "/asks",
                "",
                Permission.SEE_CONTACT_DATA);
    }

    /// @param her null for somebody who is no member, or not here any more
    /// @param purpose its name
    record Row(Asked ask, @Nullable Reach her, String purpose) {}

    record Sheet(
            Desk desk,
            List<Tab> tabs,
            List<Row> rows,
            When when,
            Pager pager,
            boolean edits,
            boolean imports,
            boolean demo,
            String state) {}

    @GetMapping
    View list(
            Visitor visitor,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "9223372036854775807") long before) {
        var counts = list.counts();
        var only = Arrays.stream(AskState.values()).filter(s -> s.key().equals(state)).toList();
        var found = list.page(only, before, PAGE + 1);
        var page = found.stream().limit(PAGE).toList();
        var people = reaching.of(page.stream().map(Asked::putOn).filter(Objects::nonNull).toList());
        var names =
                purposes.all().stream()
                        .collect(Collectors.toMap(Purposes.Known::key, Purposes.Known::name));
        var rows =
                page.stream()
                        .map(
                                a ->
                                        new Row(
                                                a,
                                                a.putOn() == null ? null : people.get(a.putOn()),
                                                names.getOrDefault(a.purpose(), a.purpose())))
                        .toList();
        var desk = frames.desk("Asks", lede(counts));
        var path = desk.home() + "/asks?state=" + (only.isEmpty() ? "" : state);
        return html.render(
                "consent/asks",
                new Sheet(
                        desk,
                        tabs(desk, counts, only),
                        rows,
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        new Pager(
                                "Newest first",
                                before == Long.MAX_VALUE ? null : path,
                                found.size() > PAGE
                                        ? path + "&before=" + page.getLast().id()
                                        : null),
                        visitor.may(Permission.EDIT_PEOPLE),
                        visitor.may(Permission.IMPORT),
                        visitor.community().demo(),
                        only.isEmpty() ? "" : state));
    }

    private static String lede(Map<AskState, Long> counts) {
        var held = counts.getOrDefault(AskState.HELD, 0L);
        var sent = counts.getOrDefault(AskState.SENT, 0L);
        var wrong =
                counts.getOrDefault(AskState.FAILED, 0L)
                        + counts.getOrDefault(AskState.UNCONFIRMED, 0L);
        return counts.isEmpty()
                ? ""
                : "%,d sent, %,d held%s."
                        .formatted(
                                sent,
                                held,
                                wrong == 0
                                        ? ""
                                        : ", %,d that somebody should look at".formatted(wrong));
    }

    private static List<Tab> tabs(Desk desk, Map<AskState, Long> counts, List<AskState> only) {
        var tabs = new java.util.ArrayList<Tab>();
        tabs.add(new Tab("All", desk.home() + "/asks", "", only.isEmpty()));
        for (var state : AskState.values()) {
            var n = counts.getOrDefault(state, 0L);
            if (n > 0 || only.contains(state)) {
                var words = state.words();
                tabs.add(
                        new Tab(
                                Character.toUpperCase(words.charAt(0)) + words.substring(1),
                                desk.home() + "/asks?state=" + state.key(),
                                Long.toString(n),
                                only.contains(state)));
            }
        }
        return tabs;
    }

    @PostMapping("/{id}/cancellation")
    @Needs(Permission.EDIT_PEOPLE)
    View cancel(Visitor visitor, @PathVariable long id) {
        frames.say(
                asking.takeBack(id)
                        ? Flash.undoable("It does not go.", path(visitor) + "/" + id + "/return")
                        : Flash.bad("It has left already, so it cannot be taken back."));
        return new RedirectView(path(visitor));
    }

    @PostMapping("/{id}/return")
    @Needs(Permission.EDIT_PEOPLE)
    View again(Visitor visitor, @PathVariable long id) {
        frames.say(
                asking.again(id)
                        ? Flash.undoable(
                                "It goes in ten seconds, if nothing is in its way.",
                                path(visitor) + "/" + id + "/cancellation")
                        : Flash.bad("It is on its way already."));
        return new RedirectView(path(visitor));
    }

    private static String path(Visitor visitor) {
        return "/c/%s/asks".formatted(visitor.community().slug());
    }
}
