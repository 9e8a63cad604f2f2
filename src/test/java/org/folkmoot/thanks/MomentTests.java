package org.folkmoot.thanks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.thanks.Village.CHAT;
import static org.folkmoot.thanks.Village.FORUM;
import static org.folkmoot.thanks.Village.ago;
import static org.folkmoot.thanks.Village.answered;
import static org.folkmoot.thanks.Village.deed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.folkmoot.HouseTest;
import org.folkmoot.activity.Kind;
import org.folkmoot.connectors.Found;
import org.folkmoot.identity.Merging;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
@NullUnmarked
class MomentTests {

    @Autowired Village village;
    @Autowired Merging merging;
    @Autowired Tallies tallies;
    @Autowired JdbcClient db;

    @Test
    void theFirstOfAKindIsAMomentAndTheSecondIsNot() {
        var here = village.found();
        village.take(here, answered("q1", "zoe", "a1", "grace", ago(20)));
        village.take(here, answered("q2", "zoe", "a2", "grace", ago(19)));
        assertThat(village.moments(here))
                .containsExactly(
                        "zoe first_post 1 q1", "grace first_answer 1 a1", "grace first_post 1 a1");
    }

    @Test
    void whatIsImportedLaterButWasEarlierTakesTheMoment() {
        var here = village.found();
        village.take(here, answered("q2", "zoe", "a2", "grace", ago(10)));
        village.take(here, answered("q1", "zoe", "a1", "grace", ago(40)));
        assertThat(village.moments(here, "first_answer"))
                .containsExactly("grace first_answer 1 a1");
    }

    @Test
    void whatWasDeletedIsNoMoment() {
        var here = village.found();
        village.take(here, answered("q1", "zoe", "a1", "grace", ago(20)));
        village.take(here, answered("q2", "zoe", "a2", "grace", ago(20)));
        village.take(here, new Found.Mark(FORUM, "a1", Found.Mark.What.DELETED, "grace", ago(1)));
        assertThat(village.moments(here, "first_answer"))
                .containsExactly("grace first_answer 1 a2");
    }

    @Test
    void anAnswerAcceptedLaterIsAMomentOfItsOwn() {
        var here = village.found();
        village.take(here, answered("q1", "zoe", "a1", "grace", ago(20)));
        village.take(here, new Found.Mark(FORUM, "a1", Found.Mark.What.ACCEPTED, "zoe", ago(1)));
        assertThat(village.moments(here, "first_accepted", "first_answer"))
                .containsExactly("grace first_accepted 1 a1", "grace first_answer 1 a1");
    }

    @Test
    void theFirstAnswerOfTwoAccountsIsTheEarlierAndPartedEachHasItsOwn() {
        var here = village.found();
        village.take(here, answered("q1", "zoe", "a1", "hanako", ago(30)));
        village.take(here, answered("q2", "zoe", "a2", "grace", ago(20)));
        var apart = village.moments(here);
        assertThat(apart).contains("hanako first_answer 1 a1", "grace first_answer 1 a2");
        var one = village.identity(here, FORUM, "grace");
        var other = village.identity(here, FORUM, "hanako");
        var batch = village.in(here, () -> merging.join(List.of(one, other), List.of())).batch();
        village.follow(here);
        assertThat(village.moments(here, "first_answer"))
                .containsExactly("hanako first_answer 1 a1");
        village.in(here, () -> merging.undoBatch(batch));
        village.follow(here);
        assertThat(village.moments(here)).isEqualTo(apart);
    }

    @Test
    void theTenthReviewIsCountedOverAllAccountsOfAPerson() {
        var here = village.found();
        var some = new ArrayList<Found>();
        for (int n = 0; n < 12; n++) {
            var chat = n % 3 == 0;
            some.add(
                    deed(
                            chat ? CHAT : FORUM,
                            "r" + n,
                            Kind.REVIEW,
                            "grace",
                            ago(5).plus(Duration.ofMinutes(n))));
        }
        village.take(here, some);
        assertThat(village.moments(here, "reviews")).isEmpty();
        village.in(
                here,
                () ->
                        merging.join(
                                List.of(
                                        village.identity(here, CHAT, "grace"),
                                        village.identity(here, FORUM, "grace")),
                                List.of()));
        village.follow(here);
        assertThat(village.moments(here, "reviews")).containsExactly("grace reviews 10 r9");
        assertThat(village.moments(here, "first_review"))
                .containsExactly("grace first_review 1 r0");
    }

    @Test
    void whoWasSilentForLongCameBackAndAYearIsAYear() {
        var here = village.found();
        village.take(
                here,
                deed(FORUM, "m1", Kind.MESSAGE, "zoe", ago(400)),
                deed(FORUM, "m2", Kind.MESSAGE, "zoe", ago(390)),
                deed(FORUM, "m3", Kind.MESSAGE, "zoe", ago(20)),
                deed(FORUM, "m4", Kind.MESSAGE, "zoe", ago(5)));
        assertThat(village.moments(here, "back")).containsExactly("zoe back 370 m3");
        assertThat(village.moments(here, "years")).containsExactly("zoe years 1 m3");
    }

    @Test
    void fiveNewcomersAnsweredInAMonthAreAMoment() {
        var here = village.found();
        var first = java.time.YearMonth.now(java.time.ZoneOffset.UTC).minusMonths(1).atDay(10);
        var noon = first.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        var some = new ArrayList<Found>();
        for (int n = 0; n < 5; n++) {
            some.addAll(
                    answered("q" + n, "new" + n, "a" + n, "grace", noon.plus(Duration.ofDays(n))));
        }
        village.take(here, some);
        assertThat(village.moments(here, "newcomers"))
                .containsExactly("grace newcomers 3 a2", "grace newcomers 5 a4");
    }

    @Test
    void whoeverDiesAnywhereAndWhateverTheOrderTheMomentsAreTheSame() {
        var all = new ArrayList<Found>();
        for (int n = 0; n < 30; n++) {
            all.addAll(
                    answered(
                            "q" + n,
                            n % 2 == 0 ? "zoe" : "hanako",
                            "a" + n,
                            n % 3 == 0 ? "grace" : "mallory",
                            ago(200 - n * 6)));
        }
        var atOnce = village.found();
        village.take(atOnce, all);
        var bitByBit = village.found();
        Collections.shuffle(all, new Random(7));
        for (int from = 0; from < all.size(); from += 7) {
            var some = all.subList(from, Math.min(all.size(), from + 7));
            village.take(bitByBit, some);
            village.within(
                    bitByBit,
                    () -> {
                        // a day is counted and the process dies before anybody is worked out
                        var due = tallies.due(1);
                        if (!due.isEmpty()) {
                            tallies.count(due);
                        }
                        return 0;
                    });
        }
        village.follow(bitByBit);
        village.follow(bitByBit);
        assertThat(village.moments(bitByBit))
                .isEqualTo(village.moments(atOnce))
                .hasSizeGreaterThan(6);
    }

    @Test
    void onlyTheDaysThatChangedAreCountedAgain() {
        var here = village.found();
        village.take(here, answered("q1", "zoe", "a1", "grace", ago(200)));
        assertThat(village.<Object>within(here, () -> tallies.due(100))).isEqualTo(List.of());
        village.take(here, deed(FORUM, "m9", Kind.MESSAGE, "mallory", ago(3)));
        var old = "select count(*) from thanks.stale where community_id = folkmoot.community()";
        assertThat(village.within(here, () -> db.sql(old).query(Long.class).single())).isZero();
    }
}
