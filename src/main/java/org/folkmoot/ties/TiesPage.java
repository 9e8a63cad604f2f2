package org.folkmoot.ties;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.folkmoot.web.Pager;
import org.folkmoot.web.Tab;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Who knows whom: drawn, as a table, and who holds it together.
@Controller
@Needs(Permission.SEE_ACTIVITY)
@RequestMapping("/c/{slug}/ties")
class TiesPage {

    private static final int ROWS = 50;

    /// Whoever has been here for so long without a tie is an island.
    static final int ALONE_DAYS = 30;

    private static final int ALONE = 50;

    static final String BRIDGES = "/bridges";
    static final String FADING = "/fading";

    private final Painter painter;
    private final Surroundings surroundings;
    private final Fading fading;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    TiesPage(
            Painter painter,
            Surroundings surroundings,
            Fading fading,
            Frames frames,
            Html html,
            Clock clock) {
        this.painter = painter;
        this.surroundings = surroundings;
        this.fading = fading;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// What the address says.
    ///
    /// @param sort `strength`, `ties`, `bridge`, `name` or `group`
    /// @param colour what the picture's colours mean: `group`, `platform`, `organisation` or `role`
    record Asked(
            @Nullable Long around,
            @Nullable Integer hops,
            @Nullable Integer most,
            @Nullable String sort,
            @Nullable String colour,
            @Nullable Integer from) {

        Scope scope() {
            return new Scope(around, hops == null ? 1 : hops, most == null ? 500 : most);
        }

        String by() {
            return sort == null ? "strength" : sort;
        }

        int start() {
            return from == null ? 0 : Math.max(0, from);
        }
    }

    /// @param centre around whom it is drawn; null for the whole community
    /// @param half after so many days a tie weighs half
    record Drawn(
            Desk desk,
            Reader reader,
            Scope scope,
            String colour,
            String sort,
            List<Tab> tabs,
            Picture.@Nullable Person centre,
            List<Picture.Person> rows,
            int people,
            Pager pager,
            int half) {

        String path(String more) {
            return reader.home() + "/ties?" + scope.address() + more;
        }

        @Nullable String sorted(String by) {
            return by.equals(sort) ? (by.equals("name") ? "ascending" : "descending") : null;
        }
    }

    /// @param alone whoever has been here for a while and knows nobody
    record Held(
            Desk desk,
            Reader reader,
            List<Tab> tabs,
            List<Picture.Person> bridges,
            List<List<Picture.Person>> groups,
            List<List<Picture.Person>> islands,
            List<Surroundings.Node> alone) {}

    @GetMapping
    View show(Visitor visitor, @ModelAttribute Asked asked) {
        var reader = Reader.of(visitor, clock);
        var scope = asked.scope();
        var picture = painter.paint(scope, reader.today());
        var people = picture.people().stream().sorted(order(asked.by())).toList();
        var start = asked.start();
        var rows = people.stream().skip(start).limit(ROWS).toList();
        var centre =
                picture.people().stream()
                        .filter(p -> Long.valueOf(p.member()).equals(scope.around()))
                        .findFirst()
                        .orElse(null);
        return html.render(
                "ties/ties",
                new Drawn(
                        frames.desk("Ties", lede(centre, picture, reader)),
                        reader,
                        scope,
                        asked.colour() == null ? "group" : asked.colour(),
                        asked.by(),
                        tabs(reader, "", visitor.may(Permission.EDIT_SETTINGS)),
                        centre,
                        rows,
                        people.size(),
                        pager(reader, asked, start, rows.size(), people.size()),
                        fading.halfLife()));
    }

    @GetMapping("/bridges")
    View bridges(Visitor visitor) {
        var reader = Reader.of(visitor, clock);
        var picture = painter.paint(new Scope(null, 1, Scope.MOST), reader.today());
        return html.render(
                "ties/bridges",
                new Held(
                        frames.desk(
                                "Ties", "Who holds the community together, and who stands apart."),
                        reader,
                        tabs(reader, BRIDGES, visitor.may(Permission.EDIT_SETTINGS)),
                        picture.bridges(),
                        picture.groups(),
                        picture.islands(),
                        surroundings.alone(reader.today(), ALONE_DAYS, ALONE)));
    }

    private static String lede(Picture.@Nullable Person centre, Picture picture, Reader reader) {
        var n = picture.people().size();
        if (centre != null) {
            return "%s and %s around them."
                    .formatted(reader.name(centre.name()), reader.people(n - 1L));
        }
        return n == 0
                ? ""
                : "The %s with the strongest ties, and whom of each other they know."
                        .formatted(reader.people(n));
    }

    /// @param current the last part of its address; empty for the picture
    static List<Tab> tabs(Reader reader, String current, boolean settings) {
        var home = reader.home() + "/ties";
        var tabs = new ArrayList<Tab>();
        tabs.add(new Tab("Who knows whom", home, "", current.isEmpty()));
        tabs.add(new Tab("Bridges and islands", home + BRIDGES, "", current.equals(BRIDGES)));
        if (settings) {
            tabs.add(new Tab("Fading", home + FADING, "", current.equals(FADING)));
        }
        return tabs;
    }

    private static Comparator<Picture.Person> order(String by) {
        Comparator<Picture.Person> order =
                switch (by) {
                    case "ties" -> Comparator.comparingInt(p -> -p.ties());
                    case "bridge" -> Comparator.comparingDouble(p -> -p.between());
                    case "group" -> Comparator.comparingInt(Picture.Person::group);
                    case "name" ->
                            Comparator.comparing(
                                    Picture.Person::name, String.CASE_INSENSITIVE_ORDER);
                    default -> Comparator.comparingDouble(p -> -p.strength());
                };
        return order.thenComparing(Comparator.comparingDouble((Picture.Person p) -> -p.strength()))
                .thenComparingLong(Picture.Person::member);
    }

    private static Pager pager(Reader reader, Asked asked, int start, int rows, int all) {
        var path =
                "%s/ties?%s&sort=%s&from=%%d#table"
                        .formatted(reader.home(), asked.scope().address(), asked.by());
        return new Pager(
                "%s to %s of %s"
                        .formatted(
                                reader.number(rows == 0 ? 0 : start + 1L),
                                reader.number((long) start + rows),
                                reader.people(all)),
                start == 0 ? null : path.formatted(Math.max(0, start - ROWS)),
                start + rows >= all ? null : path.formatted(start + rows));
    }
}
