package org.folkmoot.orbit;

import java.util.List;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.folkmoot.members.Use;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Who came closer or went further away: `moved up in 30 days`.
@Configuration(proxyBeanMethods = false)
class MovedCriterion {

    @Bean
    Criterion movedBetweenLevels(Orbits orbits) {
        return Criterion.of(
                "moved",
                "Moved between Orbit levels",
                List.of(
                        Part.operator("up in", Shape.DAYS),
                        Part.operator("down in", Shape.DAYS),
                        Part.operator("nowhere in", Shape.DAYS),
                        Part.detail("on", Shape.DATE),
                        Part.detail(
                                "by",
                                Shape.CHOICE,
                                () -> List.of(new Choice("today", "today's weights"))),
                        Part.detail(
                                "of",
                                Shape.CHOICE,
                                () -> List.of(new Choice("decay", Profile.DECAY.label())))),
                (use, locale) ->
                        "who %s in %s%s%s"
                                .formatted(
                                        switch (way(use)) {
                                            case UP -> "moved up a level";
                                            case DOWN -> "moved down a level";
                                            case HELD, CAME, WENT -> "held their level";
                                        },
                                        String.format(locale, "%,d days", days(use)),
                                        OrbitCriteria.when(use),
                                        use.says("of") ? ", by love" : ""),
                (use, asked) -> {
                    var profile = use.says("of") ? Profile.DECAY : Profile.MILESTONES;
                    var day = OrbitCriteria.day(orbits, use);
                    var earlier = OrbitCriteria.before(day, days(use));
                    var moment = orbits.moment(day);
                    var now = orbits.board(day, orbits.weights(day, use.says("by")), moment);
                    var before =
                            orbits.board(earlier, orbits.weights(earlier, use.says("by")), moment);
                    var way = way(use);
                    return OrbitCriteria.ids(
                            now,
                            i -> Moves.Way.of(before.rank(profile, i), now.rank(profile, i)) == way,
                            asked);
                });
    }

    private static Moves.Way way(Use use) {
        return use.says("up in")
                ? Moves.Way.UP
                : use.says("down in") ? Moves.Way.DOWN : Moves.Way.HELD;
    }

    private static int days(Use use) {
        return use.number(
                use.says("up in") ? "up in" : use.says("down in") ? "down in" : "nowhere in");
    }
}
