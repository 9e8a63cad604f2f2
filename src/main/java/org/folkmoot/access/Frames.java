package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Tone;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/// Fills the frame around a page of the desk for the visitor who asked for it.
@Component
public class Frames {

    private static final String FLASH = "flash";

    private final List<RailItem> items;
    private final Doors doors;
    private final Teammates teammates;

    Frames(List<RailItem> items, Doors doors, Teammates teammates) {
        this.items = items.stream().sorted(Comparator.comparingInt(RailItem::order)).toList();
        this.doors = doors;
        this.teammates = teammates;
    }

    /// The frame for the page asked for now.
    ///
    /// @param title the one h1 of the page
    /// @param lede the line under it, may be empty
    public Desk desk(String title, String lede) {
        var request = request();
        var visitor = Visitor.here();
        var here = visitor.community();
        return new Desk(
                title,
                lede,
                new Desk.Community(here.slug(), here.name()),
                others(visitor),
                rail(visitor, Paths.of(request)),
                new Desk.Account(visitor.name(), visitor.email()),
                Objects.requireNonNull(PublicPages.csrf(request)),
                flashes(request),
                visitor.locale(),
                visitor.zone());
    }

    /// Says something on the page that follows the redirect of this request.
    public void say(Flash flash) {
        var undo = flash.undo();
        RequestContextUtils.getOutputFlashMap(request())
                .put(
                        FLASH,
                        new String[] {
                            flash.tone().name(), flash.words(), undo == null ? "" : undo.href()
                        });
    }

    private static List<Flash> flashes(HttpServletRequest request) {
        var before = RequestContextUtils.getInputFlashMap(request);
        if (before == null || !(before.get(FLASH) instanceof String[] said)) {
            return List.of();
        }
        var undo = said[2].isEmpty() ? null : new Flash.Undo(said[2]);
        return List.of(new Flash(Tone.valueOf(said[0]), said[1], undo));
    }

    private List<Desk.Community> others(Visitor visitor) {
        if (visitor.account() == null) {
            return List.of();
        }
        var mine = teammates.communitiesOf(visitor.account());
        return mine.size() < 2
                ? List.of()
                : doors.all().stream()
                        .filter(door -> mine.contains(door.id()))
                        .filter(door -> !door.id().equals(visitor.community().id()))
                        .map(door -> new Desk.Community(door.slug(), door.name()))
                        .toList();
    }

    private List<Desk.Group> rail(Visitor visitor, String path) {
        var home = "/c/" + visitor.community().slug();
        var here =
                items.stream()
                        .filter(item -> visitor.may(item.needs()) && item.holds(home, path) > 0)
                        .max(Comparator.comparingInt(item -> item.holds(home, path)))
                        .orElse(null);
        return Arrays.stream(RailItem.Group.values())
                .map(group -> group(group, visitor))
                .filter(found -> !found.isEmpty())
                .map(
                        found ->
                                new Desk.Group(
                                        found.getFirst().group().label(),
                                        found.getFirst().group().icon(),
                                        shown(found, home, here)))
                .toList();
    }

    private List<RailItem> group(RailItem.Group group, Visitor visitor) {
        return items.stream()
                .filter(item -> item.group() == group && visitor.may(item.needs()))
                .toList();
    }

    /// @param here whose page, or one below it, the present one is
    private static List<Desk.Item> shown(
            List<RailItem> items, String home, @Nullable RailItem here) {
        return items.stream()
                .map(
                        item ->
                                new Desk.Item(
                                        item.icon(),
                                        item.label(),
                                        home + item.path(),
                                        item.key(),
                                        item.equals(here)))
                .toList();
    }

    private static HttpServletRequest request() {
        return ((ServletRequestAttributes)
                        Objects.requireNonNull(RequestContextHolder.getRequestAttributes()))
                .getRequest();
    }
}
