package org.folkmoot.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Settlement;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// Everybody's reach at once is what each one's own is, and gravity by decay follows from it.
@HouseTest
@NullUnmarked
class ReachesTests {

    private static final List<String> PEOPLE =
            List.of("Ada", "Grace", "Linus", "Zoë", "Mallory", "山田花子");
    private static final LocalDate DAY = LocalDate.parse("2026-03-31");
    private static final Map<String, String> BY_DECAY =
            Map.of("profile", "decay", "asOf", DAY.toString());

    @Autowired Settlement settlement;
    @Autowired Reaches reaches;
    @Autowired Lives lives;
    @Autowired Look.Looking looking;
    @Autowired OrbitTold told;

    private Map<Long, Double> all(Community here) {
        return settlement.in(here, () -> reaches.at(DAY, here.zone()));
    }

    private void same(Community here, List<String> people, String about) {
        var all = all(here);
        for (var name : people) {
            long member = settlement.member(here, name);
            var contacts = settlement.in(here, () -> lives.contacts(member, DAY, here.zone()));
            assertThat(all.getOrDefault(member, 0.0))
                    .as("%s, %s", name, about)
                    .isCloseTo(Contact.reach(contacts, DAY), within(1e-9));
        }
    }

    @Test
    void everybodyAtOnceReachesAsFarAsOneByOne() {
        for (long seed = 1; seed <= 3; seed++) {
            var random = new Random(seed);
            var here = settlement.found("Europe/Berlin", PEOPLE.toArray(String[]::new));
            var kinds = List.of(Kind.REPLY, Kind.REACTION, Kind.REVIEW, Kind.SHARE, Kind.VOTE);
            var begun = Instant.parse("2025-02-01T00:00:00Z");
            for (int i = 0; i < 60; i++) {
                begun = begun.plusSeconds(3600 + random.nextInt(1_200_000));
                var who = i % 11 == 10 ? "Robby" : PEOPLE.get(random.nextInt(PEOPLE.size()));
                var deed =
                        Deed.of(
                                        Settlement.CHAT,
                                        "y" + i,
                                        i < 5 ? Kind.MESSAGE : kinds.get(random.nextInt(5)),
                                        who,
                                        begun)
                                .in("C1")
                                .saying("So it is");
                settlement.take(
                        here,
                        i < 5
                                ? deed
                                : random.nextInt(5) == 0
                                        ? deed.mentioning(Set.of(PEOPLE.get(random.nextInt(6))))
                                        : deed.under("y" + random.nextInt(i)));
            }
            same(here, PEOPLE, "seed " + seed);
            settlement.change(
                    here,
                    "update members.member set role_by_hand = 'bot' where id = "
                            + settlement.member(here, "Mallory"));
            settlement.deleted(here, "y" + random.nextInt(60));
            var human = PEOPLE.stream().filter(p -> !p.equals("Mallory")).toList();
            same(here, human, "seed %d, after changes".formatted(seed));
            assertThat(all(here)).doesNotContainKey(settlement.member(here, "Mallory"));
        }
    }

    @Test
    void gravityByDecayIsTheSumOfLoveTimesReachWithoutTheTeam() {
        var here = settlement.found("Europe/Berlin", "Ada", "Grace", "Zoë");
        var asked = settlement.did(here, "Grace", Kind.MESSAGE, "2026-03-02T10:00:00Z");
        settlement.did(here, "Ada", Kind.REVIEW, "2026-03-03T10:00:00Z", asked);
        settlement.did(here, "Zoë", Kind.REACTION, "2026-03-04T10:00:00Z", asked);
        settlement.change(
                here,
                "update members.member set role_by_hand = 'staff' where id = "
                        + settlement.member(here, "Zoë"));
        // Ada: love 2, spoke with Grace, met Zoë; Grace: love 1, spoke with Ada, met Zoë
        double gravity = 2 * (10 + 1) + 1 * (10 + 1);
        var look =
                settlement.in(
                        here, () -> looking.at(Question.of(BY_DECAY, DAY), true, (_, _) -> {}));
        assertThat(look.gravity()).isCloseTo(gravity, within(1e-9));
        var json =
                JsonMapper.shared().readTree(settlement.in(here, () -> told.json(BY_DECAY, true)));
        assertThat(json.path("gravity").asDouble()).isCloseTo(gravity, within(1e-9));
        assertThat(json.path("members").asInt()).isEqualTo(2);
        var ada = new HashMap<Long, tools.jackson.databind.JsonNode>();
        json.path("people").forEach(p -> ada.put(p.path("member").asLong(), p));
        var hers = ada.get(settlement.member(here, "Ada"));
        assertThat(hers.path("love").asDouble()).isEqualTo(2);
        assertThat(hers.path("orbit").asInt()).isEqualTo(1);
        assertThat(hers.path("level").asString()).isEqualTo("contributing-2");
        assertThat(hers.path("reach").asDouble()).isEqualTo(11);
        assertThat(settlement.in(here, () -> told.words(BY_DECAY, false, here.locale())))
                .contains("Orbit 1              1, 0 before", "Gravity              33");
    }
}
