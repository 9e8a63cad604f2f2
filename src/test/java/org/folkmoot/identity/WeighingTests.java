package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.identity.Somebody.on;
import static org.folkmoot.identity.Somebody.weigh;

import java.util.HashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeighingTests {

    private static List<String> words(Match match) {
        return match.evidence().stream().map(Evidence::words).toList();
    }

    private static List<String> keys(Match match) {
        return match.evidence().stream().map(Evidence::key).toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 3000, 1_000_000})
    void theSameAddressOnTwoPlatformsIsAsGoodAsCertainInAnyCommunity(int identities) {
        var match =
                weigh(
                        identities,
                        on("slack:T1", "name", "Ada", "email", "ada@example.org"),
                        on("git", "name", "Ada Lovelace", "email", "Ada@example.org"));
        assertThat(match.band()).isEqualTo(Band.CERTAIN);
        assertThat(words(match)).contains("Same e-mail address ada@example.org");
    }

    @Test
    void aSharedMailboxMakesNobodyOne() {
        var match =
                weigh(
                        200,
                        on("slack:T1", "name", "Ada Lovelace", "email", "info@example.org"),
                        on("git", "name", "Grace Hopper", "email", "info@example.org"));
        assertThat(match.band()).isEqualTo(Band.IGNORE);
        assertThat(words(match)).containsExactly("Different names, Ada Lovelace and Grace Hopper");
    }

    @Test
    void oneAddressUnderTwoNamesIsAQuestion() {
        var match =
                weigh(
                        200,
                        on("slack:T1", "name", "Ada Lovelace", "email", "both@example.org"),
                        on("git", "name", "Grace Hopper", "email", "both@example.org"));
        assertThat(match.band()).isEqualTo(Band.SUGGEST);
    }

    @Test
    void aNoReplyAddressLeadsToTheGitHubAccount() {
        var match =
                weigh(
                        5000,
                        on("git", "name", "Ada L", "email", "77+ada-l@users.noreply.github.com"),
                        on("github", "handle", "Ada-L"));
        assertThat(match.band()).isEqualTo(Band.CERTAIN);
        assertThat(words(match))
                .contains("A profile names the other as its account ada-l on GitHub");
    }

    @Test
    void profilesThatNameTheSameAccountAreOnePerson() {
        var match =
                weigh(
                        5000,
                        on("slack:T1", "name", "Ada Lovelace", "x", "https://x.com/adal"),
                        on("discourse:a", "name", "Ada Lovelace", "x", "@adal"));
        assertThat(match.band()).isEqualTo(Band.CERTAIN);
        assertThat(words(match)).contains("Both name the account adal on X");
    }

    @Test
    void aRareNameSaysMoreThanACommonOne() {
        var one = on("git", "name", "Zoë Quillfeather", "email", "zoe@a.example");
        var other = on("slack:T1", "name", "Zoe Quillfeather");
        var rare = weigh(3000, one, other);
        var counts = new HashMap<Trait, Integer>();
        one.traits().forEach(t -> counts.put(t, t.type() == Trait.Type.WORD ? 300 : 2));
        var common =
                new Weighing(new Rarity(3000, counts), Habits.PRIOR, Lessons.NONE)
                        .weigh(one, other);
        assertThat(rare.band()).isEqualTo(Band.CERTAIN);
        assertThat(common.score()).isLessThan(rare.score() - 8);
        assertThat(common.band()).isEqualTo(Band.IGNORE);
        assertThat(words(rare))
                .contains(
                        "Same full name, Zoë Quillfeather and Zoe Quillfeather, which only these two here bear");
    }

    @Test
    void aCommonNameInALargeCommunityIsOnlyAQuestionOrNone() {
        var match =
                weigh(
                        3000,
                        on("slack:T1", "name", "John Smith"),
                        on("github", "name", "John Smith"));
        assertThat(match.band()).isNotEqualTo(Band.CERTAIN);
    }

    @Test
    void aRareHandleOnTwoPlatformsIsAQuestionAndWithTheNameCertain() {
        var bare =
                weigh(
                        2000,
                        on("slack:T1", "handle", "quillfeather"),
                        on("github", "handle", "Quill-Feather"));
        assertThat(bare.band()).isEqualTo(Band.SUGGEST);
        assertThat(words(bare)).contains("Both go by quillfeather, as only these two here");
        var named =
                weigh(
                        2000,
                        on("slack:T1", "handle", "zx81fan", "name", "Linus Berg"),
                        on("github", "handle", "zx81fan", "name", "Linus Berg"));
        assertThat(named.band()).isEqualTo(Band.CERTAIN);
    }

    @Test
    void genericHandlesSayNothing() {
        var match = weigh(20, on("slack:T1", "handle", "admin"), on("github", "handle", "admin"));
        assertThat(match.evidence()).isEmpty();
        assertThat(match.band()).isEqualTo(Band.IGNORE);
    }

    @Test
    void twoAccountsOnOnePlatformSpeakAgainst() {
        var apart =
                weigh(
                        2000,
                        on("slack:T1", "name", "Linus Berg"),
                        on("github", "name", "Linus Berg"));
        var together =
                weigh(
                        2000,
                        on("slack:T1", "name", "Linus Berg"),
                        on("slack:T1", "name", "Linus Berg"));
        assertThat(together.score()).isLessThan(apart.score() - 5);
        assertThat(words(together)).contains("Two different accounts on Slack");
        var addresses =
                weigh(
                        2000,
                        on("git", "name", "Linus Berg", "email", "l@a.example"),
                        on("git", "name", "Linus Berg", "email", "l@b.example"));
        assertThat(keys(addresses)).doesNotContain("two_accounts");
    }

    @Test
    void differentGivenNamesWithOneSurnameSpeakAgainst() {
        var match =
                weigh(
                        2000,
                        on("git", "name", "Ada Quillfeather", "email", "ada@quillfeather.example"),
                        on(
                                "git",
                                "name",
                                "Linus Quillfeather",
                                "email",
                                "linus@quillfeather.example"));
        assertThat(match.band()).isEqualTo(Band.IGNORE);
        assertThat(keys(match)).contains("name_given_differs");
    }

    @Test
    void anAddressOnceSeenWithAnothersNameProvesLittle() {
        var slip =
                weigh(
                        3000,
                        on(
                                "git",
                                "name",
                                "Grace Hopper",
                                "aka",
                                "Grace Hopper\nZoe Quillfeather",
                                "email",
                                "g@a.example"),
                        on("git", "name", "Zoe Quillfeather", "email", "z@b.example"));
        assertThat(slip.band()).isEqualTo(Band.IGNORE);
        var married =
                weigh(
                        3000,
                        on(
                                "git",
                                "name",
                                "Zoe Hopper",
                                "aka",
                                "Zoe Hopper\nZoe Quillfeather",
                                "email",
                                "z@a.example"),
                        on("git", "name", "Zoe Quillfeather", "email", "zq@b.example"));
        assertThat(married.band()).isNotEqualTo(Band.IGNORE);
    }

    @Test
    void botsAndStandInsHaveNoTraits() {
        assertThat(
                        Somebody.as("bot", "slack:T1", "name", "Ada Bot", "email", "a@b.example")
                                .traits())
                .isEmpty();
        assertThat(Somebody.as("nobody", "slack:T1", "name", "Deleted user").traits()).isEmpty();
    }

    @Test
    void whatIsWeighedDoesNotDependOnTheOrder() {
        var one =
                on(
                        "git",
                        "name",
                        "Ada Lovelace",
                        "email",
                        "ada.lovelace@a.example",
                        "timezone",
                        "Europe/London");
        var other =
                on(
                        "slack:T1",
                        "name",
                        "Lovelace, Ada",
                        "handle",
                        "alovelace",
                        "timezone",
                        "Europe/Berlin");
        var weighing = Somebody.among(500, one, other);
        assertThat(weighing.weigh(one, other)).isEqualTo(weighing.weigh(other, one));
        assertThat(words(weighing.weigh(one, other)))
                .contains("Different time zones, Europe/London and Europe/Berlin");
    }

    @Test
    void theScoreIsTheOddsBeforePlusAllEvidence() {
        var match =
                weigh(
                        2000,
                        on("slack:T1", "name", "Linus Berg"),
                        on("github", "name", "Linus Berg"));
        var sum = match.evidence().stream().mapToDouble(Evidence::weight).sum();
        assertThat(match.score())
                .isCloseTo(
                        Math.log(0.5 / 2000) / Math.log(2) + sum,
                        org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void aCommunityThatGoesByOtherNamesTeachesItself() {
        var pairs = new java.util.ArrayList<Habits.Known>();
        for (int i = 0; i < 100; i++) {
            pairs.add(
                    new Habits.Known(
                            on("slack:T1", "name", "Bob Hopper", "handle", "bob" + i),
                            on("github", "name", "Robert Hopper", "handle", "bob" + i)));
        }
        var habits = Habits.of(pairs);
        assertThat(habits.m(NameLevel.NICKNAME)).isGreaterThan(0.6);
        assertThat(habits.m(NameLevel.SAME)).isLessThan(Habits.PRIOR.m(NameLevel.SAME));
        assertThat(habits.handle()).isGreaterThan(0.7);
        assertThat(Habits.PRIOR.m(NameLevel.SAME)).isEqualTo(NameLevel.SAME.m);
    }
}
