package org.folkmoot.orbit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Where members stand, for the command line.
@Service
public class OrbitTold {

    private final Look.Looking looking;
    private final Orbits orbits;

    OrbitTold(Look.Looking looking, Orbits orbits) {
        this.looking = looking;
        this.orbits = orbits;
    }

    /// Somebody with a level or love.
    ///
    /// @param level `leading-2`; null for none
    /// @param orbit 1 to 4; null for none
    /// @param reach null when it was not asked for
    record Placed(
            long member,
            @Nullable String level,
            int step,
            @Nullable Integer orbit,
            double love,
            @Nullable Double reach) {

        static Placed of(Board board, int person, @Nullable Map<Long, Double> reaches) {
            int step = board.step(person);
            int orbit = Decay.orbit(board.love(person));
            long member = board.persons().id(person);
            return new Placed(
                    member,
                    step == 0 ? null : Level.stepKey(step),
                    step,
                    orbit == 0 ? null : orbit,
                    board.love(person),
                    reaches == null ? null : reaches.getOrDefault(member, 0.0));
        }
    }

    /// One line of JSON: what the API tells of `orbit`, and in `people` everybody with a level or
    /// love; the team, too.
    ///
    /// @param query as in the page's address
    /// @param reach whether to work out everybody's reach, and gravity by decay, however long it
    ///     takes
    public String json(Map<String, String> query, boolean reach) {
        var asked = Question.of(query, orbits.today());
        var look = looking.at(asked, true, (_, _) -> {});
        var reaches = reach ? looking.reaches(asked) : null;
        var board = orbits.board(asked.asOf(), asked.todays());
        var people = new ArrayList<Placed>();
        for (int i = 0; i < board.persons().size(); i++) {
            if (board.step(i) > 0 || board.love(i) > 0) {
                people.add(Placed.of(board, i, reaches));
            }
        }
        var mapper = JsonMapper.shared();
        ObjectNode json = mapper.valueToTree(OrbitJson.of(look));
        if (reaches != null && asked.profile() == Profile.DECAY) {
            json.put("gravity", looking.gravity(asked, reaches));
        }
        json.set("people", mapper.valueToTree(people));
        return mapper.writeValueAsString(json);
    }

    /// A line a level, the innermost first, then commitment, gravity and love.
    public List<String> words(Map<String, String> query, boolean reach, Locale locale) {
        var asked = Question.of(query, orbits.today());
        var look = looking.at(asked, true, (_, _) -> {});
        var profile = asked.profile();
        double gravity =
                reach && profile == Profile.DECAY
                        ? looking.gravity(asked, looking.reaches(asked))
                        : look.gravity();
        var said = new LinkedHashMap<String, String>();
        for (int rank = 4; rank >= 1; rank--) {
            said.put(
                    profile.rank(rank),
                    "%s, %s before"
                            .formatted(
                                    Words.count(look.now().rank(profile, rank), locale),
                                    Words.count(look.before().rank(profile, rank), locale)));
        }
        said.put("Commitment", Words.count(look.now().commitment(), locale));
        said.put(
                "Gravity",
                profile == Profile.DECAY
                        ? Words.number(gravity, locale)
                        : Words.change(gravity, locale));
        said.put("Love", Words.number(look.now().love(), locale));
        return said.entrySet().stream()
                .map(e -> "%-20s %s".formatted(e.getKey(), e.getValue()))
                .toList();
    }
}
