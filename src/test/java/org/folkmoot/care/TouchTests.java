package org.folkmoot.care;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.folkmoot.HouseTest;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HouseTest
@NullUnmarked
class TouchTests {

    @Autowired Village village;
    @Autowired Touched touched;
    @Autowired Talks talks;
    @Autowired OwnProfiles ownProfiles;
    @Autowired Owners owners;
    @Autowired KeepingUp keepingUp;
    @Autowired Cast cast;
    @Autowired Colleagues colleagues;

    Community here;

    @BeforeEach
    void found() {
        here = village.found();
    }

    private Optional<LastTouch> last(String who) {
        return village.in(here, () -> touched.last(village.member(here, who)));
    }

    private long days(String who) {
        return last(who).orElseThrow().days(Village.now());
    }

    private List<String> silent(int days) {
        return village
                .in(
                        here,
                        () ->
                                touched.silent(
                                        Village.now().minus(Duration.ofDays(days)),
                                        LocalDate.now(here.zone()).minusDays(29),
                                        null,
                                        0,
                                        50,
                                        true))
                .stream()
                .map(s -> s.who().name())
                .toList();
    }

    @Test
    void aReplyToOrFromTheTeamAndAMentionAreSpeaking() {
        village.hear(
                here,
                Village.said("a", "ada", 20, null),
                Village.said("b", "grace", 19, "a"),
                Village.said("c", "grace", 9, null),
                Village.said("d", "zoe", 8, "c"),
                Village.said("e", "grace", 7, null, "hanako"),
                Village.said("f", "mohamed", 6, null, "grace"),
                Village.said("g", "linus", 5, "a"));
        assertThat(days("ada")).isEqualTo(19);
        assertThat(last("ada").orElseThrow().words()).isEqualTo("Grace wrote to them");
        assertThat(days("zoe")).isEqualTo(8);
        assertThat(last("zoe").orElseThrow().words()).isEqualTo("They wrote to Grace");
        assertThat(days("hanako")).isEqualTo(7);
        assertThat(days("mohamed")).isEqualTo(6);
        assertThat(last("linus")).isEmpty();
    }

    @Test
    void aReactionIsNoWord() {
        village.hear(
                here,
                Village.said("a", "ada", 20, null),
                Deed.of(
                                Village.CHAT,
                                "r",
                                Kind.REACTION,
                                "grace",
                                Village.now().minus(Duration.ofDays(3)))
                        .under("a"));
        assertThat(last("ada")).isEmpty();
    }

    @Test
    void whatComesLateOrInAnyOrderIsHeard() {
        village.hear(here, Village.said("b", "grace", 4, "a"));
        assertThat(last("ada")).isEmpty();
        village.hear(here, Village.said("a", "ada", 5, null));
        assertThat(days("ada")).isEqualTo(4);
        village.hear(here, Village.said("z", "grace", 40, null, "ada"));
        assertThat(days("ada")).as("an older word does not hide a later one").isEqualTo(4);
    }

    @Test
    void whatWasDeletedWasNotSaid() {
        village.hear(
                here,
                Village.said("a", "ada", 20, null),
                Village.said("b", "grace", 19, "a"),
                Village.said("c", "grace", 3, "a"));
        assertThat(days("ada")).isEqualTo(3);
        village.hear(
                here,
                new Found.Mark(Village.CHAT, "c", Found.Mark.What.DELETED, null, Village.now()));
        assertThat(days("ada")).isEqualTo(19);
    }

    @Test
    void whoComesToTheTeamBringsAllTheirWords() {
        village.hear(here, Village.said("a", "ada", 20, null), Village.said("b", "linus", 10, "a"));
        assertThat(last("ada")).isEmpty();
        village.hear(here, Village.person("linus", "Linus").flag(Person.Flag.STAFF, true));
        assertThat(days("ada")).isEqualTo(10);
    }

    @Test
    void aTeammatesOwnProfileIsOfTheTeam() {
        cast.join(here, Role.MANAGER);
        var account = village.in(here, () -> colleagues.all().getFirst().account());
        village.hear(here, Village.said("a", "ada", 20, null), Village.said("b", "linus", 10, "a"));
        village.in(
                here,
                () -> {
                    ownProfiles.is(account, village.member(here, "linus"));
                    keepingUp.again();
                    keepingUp.run();
                    return null;
                });
        assertThat(days("ada")).isEqualTo(10);
    }

    @Test
    void joiningAndPartingGiveTheRightAnswerAtOnce() {
        village.hear(
                here,
                Village.said("a", "ada", 30, null),
                Village.said("b", "grace", 29, "a"),
                Village.said("c", "ada2", 12, null),
                Village.said("d", "grace", 11, "c"));
        village.join(here, "ada", "ada2");
        assertThat(days("ada")).isEqualTo(11);
        village.part(here, "ada", "ada2");
        assertThat(days("ada")).isEqualTo(29);
        assertThat(days("ada2")).isEqualTo(11);
    }

    @Test
    void aLoggedConversationCountsUntilItIsTakenBack() {
        village.hear(here, Village.said("a", "ada", 20, null), Village.said("b", "grace", 19, "a"));
        var id =
                village.in(
                        here,
                        () ->
                                talks.log(
                                        village.member(here, "ada"),
                                        Instant.now().minus(Duration.ofDays(2)),
                                        "call",
                                        "About the\0 book"));
        assertThat(days("ada")).isLessThanOrEqualTo(2);
        assertThat(last("ada").orElseThrow().words()).startsWith("Call with");
        village.in(
                here,
                () -> {
                    talks.remove(id);
                    return null;
                });
        assertThat(days("ada")).isEqualTo(19);
    }

    @Test
    void whoWasLeftAloneLongestComesFirst() {
        village.hear(
                here,
                Village.said("a", "ada", 5, null),
                Village.said("b", "grace", 3, "a"),
                Village.said("c", "zoe", 90, null),
                Village.said("d", "grace", 80, "c"),
                Village.said("e", "zoe", 2, null),
                Village.said("f", "hanako", 120, null),
                Village.said("g", "grace", 119, "f"),
                Village.said("h", "hanako", 1, null),
                Village.said("i", "linus", 4, null),
                Village.said("j", "mohamed", 200, null));
        assertThat(silent(60)).containsExactly("Linus", "山田花子", "Zoë");
        assertThat(silent(100)).containsExactly("Linus", "山田花子");
        village.join(here, "ada", "zoe");
        assertThat(silent(60)).containsExactly("Linus", "山田花子");
    }

    @Test
    void ofTheOwnersPeopleTheOwnerSeesWhoIsLeftAlone() {
        cast.join(here, Role.MANAGER);
        var account = village.in(here, () -> colleagues.all().getFirst().account());
        village.hear(here, Village.said("c", "zoe", 90, null), Village.said("d", "grace", 80, "c"));
        village.in(
                here,
                () ->
                        owners.set(
                                List.of(village.member(here, "zoe"), village.member(here, "ada")),
                                account));
        var found =
                village.in(
                        here,
                        () ->
                                touched.silent(
                                        Village.now().minus(Duration.ofDays(60)),
                                        LocalDate.now(here.zone()),
                                        account,
                                        0,
                                        50,
                                        true));
        assertThat(found).extracting(s -> s.who().name()).containsExactly("Ada", "Zoë");
    }
}
