package org.folkmoot.ties;

import java.time.Clock;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RestController;

/// What the page draws, as small as it can be.
@RestController
@Needs(Permission.SEE_ACTIVITY)
class DrawingJson {

    private final Painter painter;
    private final Clock clock;

    DrawingJson(Painter painter, Clock clock) {
        this.painter = painter;
        this.clock = clock;
    }

    /// @param around the place of whom it is drawn around; -1 for nobody
    /// @param people each as id, name, role, organisation, platform, ties, strength, group, and 1
    ///     for a bridge
    /// @param lines each as the places of both, and its weight
    record Drawing(int around, List<List<Object>> people, List<List<Number>> lines) {}

    @GetMapping(path = "/c/{slug}/ties/drawing", produces = MediaType.APPLICATION_JSON_VALUE)
    Drawing draw(Visitor visitor, @ModelAttribute TiesPage.Asked asked) {
        var reader = Reader.of(visitor, clock);
        var scope = asked.scope();
        var picture = painter.paint(scope, reader.today());
        var people = picture.people();
        var around = -1;
        for (int n = 0; n < people.size(); n++) {
            around = Long.valueOf(people.get(n).member()).equals(scope.around()) ? n : around;
        }
        return new Drawing(
                around,
                people.stream().map(p -> person(p, reader)).toList(),
                picture.drawn().stream()
                        .map(l -> List.<Number>of(l.a(), l.b(), small(l.weight())))
                        .toList());
    }

    private static List<Object> person(Picture.Person p, Reader reader) {
        return List.of(
                p.member(),
                reader.name(p.name()),
                p.role(),
                p.organisation(),
                p.platform(),
                p.ties(),
                small(p.strength()),
                p.group(),
                p.bridge() ? 1 : 0);
    }

    private static double small(double weight) {
        return Math.round(weight * 100) / 100.0;
    }
}
