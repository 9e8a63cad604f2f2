package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.activity.Markup;
import org.folkmoot.activity.Style;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.folkmoot.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class MatchingTests {

    private static final String CHAT = "slack:T1";
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Matching matching;
    @Autowired Suggestions suggestions;
    @Autowired Reuniting reuniting;
    @Autowired Answering answering;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private static Person person(String source, String id, String name) {
        return Person.of(source, id).with("name", name);
    }

    private void take(Community community, Found... found) {
        var page = new ArrayList<Found>();
        page.add(new Found.Origin(CHAT, "Lantern chat", Markup.SLACK));
        page.add(new Found.Origin("github", "GitHub", Markup.MARKDOWN));
        page.addAll(List.of(found));
        intaking.take(community, page);
    }

    /// What a run did, and all that is certain after it.
    private record Ran(int looked, int compared, List<Match> certain) {}

    private Ran run(Community community) {
        return town.in(
                community,
                () -> {
                    var work = matching.run();
                    return new Ran(
                            work.looked(),
                            work.compared(),
                            suggestions.certain(null, Integer.MAX_VALUE));
                });
    }

    private List<String> rows(Community community) {
        return town.in(
                community,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql(
                                                        """
                                                        select concat_ws(' ', s.one_identity, s.other_identity, s.score, s.band, s.state, s.made_at, s.evidence)
                                                        from identity.suggestion s order by 1
                                                        """)
                                                .query(String.class)
                                                .list()));
    }

    private long count(Community community, String table) {
        return town.in(
                community,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql("select count(*) from " + table)
                                                .query(Long.class)
                                                .single()));
    }

    /// Ada on two platforms with one address, Zoë's rare handle on two, and others.
    private Community lantern() {
        var community = town.found();
        take(
                community,
                person(CHAT, "U1", "Ada").with("email", "ada@example.org"),
                person("github", "ada-l", "Ada Lovelace").with("email", "ada@example.org"),
                Person.of(CHAT, "U2").with("handle", "quillfeather"),
                Person.of("github", "quillfeather").with("handle", "quillfeather"),
                person(CHAT, "U3", "Grace Hopper"),
                person(CHAT, "U4", "محمد"),
                person(CHAT, "U5", "山田花子"));
        return community;
    }

    @Test
    void whatIsCertainAndWhatIsAQuestionIsToldApart() {
        var community = lantern();
        var found = run(community);
        assertThat(found.looked()).isEqualTo(7);
        assertThat(found.certain()).hasSize(1);
        assertThat(found.certain().getFirst().evidence())
                .extracting(Evidence::words)
                .contains("Same e-mail address ada@example.org");
        var asked = town.in(community, () -> suggestions.best(10));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().match().evidence())
                .extracting(Evidence::key)
                .contains("same_handle");
    }

    @Test
    void whoWouldHaveTwoAccountsWhereAPersonHasOneIsLeftToAPerson() {
        var community = town.found();
        take(
                community,
                person(CHAT, "U1", "Ada Lovelace").with("email", "office@example.org"),
                person(CHAT, "U2", "Ada L").with("github", "ada-l"),
                person("github", "ada-l", "Ada Lovelace")
                        .with("handle", "ada-l")
                        .with("email", "office@example.org"));
        town.in(community, reuniting::run);
        assertThat(count(community, "members.member")).isEqualTo(2);
        var asked = town.in(community, () -> suggestions.best(10));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().match().evidence())
                .extracting(Evidence::words)
                .contains("Together they would have two accounts where a person has one");
        town.in(community, reuniting::run);
        assertThat(count(community, "members.member")).isEqualTo(2);
    }

    @Test
    void runningAgainFindsNothingNewAndChangesNothing() {
        var community = lantern();
        run(community);
        var before = rows(community);
        var again = run(community);
        assertThat(again.looked()).isZero();
        assertThat(again.compared()).isZero();
        assertThat(again.certain()).hasSize(1);
        assertThat(rows(community)).isEqualTo(before);
        assertThat(count(community, "members.news")).isZero();
        assertThat(count(community, "identity.due")).isZero();
    }

    @Test
    void aNewcomerIsComparedWithThoseWhoWereHere() {
        var community = lantern();
        run(community);
        take(
                community,
                person("github", "grace", "Grace Hopper").with("email", "ada+x@example.org"));
        var found = run(community);
        assertThat(found.looked()).isEqualTo(1);
        assertThat(found.compared()).isBetween(1, 3);
    }

    @Test
    void aProfileThatChangesIsLookedAtAgainAndOldReasonsGo() {
        var community = town.found();
        take(
                community,
                person(CHAT, "U1", "Ada").with("email", "ada@example.org").asOf(NOON),
                person("github", "x", "Linus Berg").with("email", "ada@example.org").asOf(NOON));
        run(community);
        assertThat(rows(community)).hasSize(1);
        take(
                community,
                person("github", "x", "Linus Berg")
                        .with("email", "linus@example.org")
                        .asOf(NOON.plusSeconds(60)));
        var found = run(community);
        assertThat(found.looked()).isEqualTo(1);
        assertThat(found.certain()).isEmpty();
        assertThat(rows(community)).singleElement().asString().contains(" gone ");
        take(
                community,
                person("github", "x", "Linus Berg")
                        .with("email", "ada@example.org")
                        .asOf(NOON.plusSeconds(90)));
        run(community);
        assertThat(rows(community)).singleElement().asString().contains(" open ");
    }

    @Test
    void whoWasSaidToBeTwoPeopleIsNeverSuggestedAgain() {
        var community = lantern();
        var pair = run(community).certain().getFirst().pair();
        town.in(
                community,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql(
                                                        """
                                                        insert into identity.judgement (community_id, one_identity, other_identity, verdict, by)
                                                        values (folkmoot.community(), :one, :other, 'different', 'Grace')
                                                        """)
                                                .param("one", pair.one())
                                                .param("other", pair.other())
                                                .update()));
        take(community, person(CHAT, "U1", "Ada L").with("email", "ada@example.org").asOf(NOON));
        assertThat(run(community).certain()).isEmpty();
        assertThat(rows(community))
                .filteredOn(r -> r.contains("certain"))
                .singleElement()
                .asString()
                .contains(" gone ");
    }

    @Test
    void whatIsRefusedComesBackOnlyWithMuchStrongerEvidence() {
        var community = lantern();
        run(community);
        var pair = town.in(community, () -> suggestions.best(1)).getFirst().match().pair();
        town.in(community, () -> refuse(pair));
        take(
                community,
                Person.of(CHAT, "U2")
                        .with("handle", "quillfeather")
                        .with("timezone", "Europe/Berlin")
                        .asOf(NOON));
        run(community);
        assertThat(town.in(community, () -> suggestions.best(9))).isEmpty();
        take(
                community,
                Person.of(CHAT, "U2")
                        .with("github", "quillfeather")
                        .with("email", "zoe@example.org")
                        .asOf(NOON.plusSeconds(9)),
                Person.of("github", "quillfeather")
                        .with("email", "zoe@example.org")
                        .asOf(NOON.plusSeconds(9)));
        assertThat(run(community).certain()).extracting(Match::pair).contains(pair);
    }

    private boolean refuse(Pair pair) {
        suggestions.refuse(pair);
        return true;
    }

    @Test
    void whatTheTeamAnswersIsLearntSaidAmongTheReasonsAndForgottenWhenTakenBack() {
        var community = town.found();
        for (int n = 0; n < 8; n++) {
            take(
                    community,
                    Person.of(CHAT, "U" + n).with("handle", "quill" + (char) ('a' + n) + "feather"),
                    Person.of("github", "g" + n)
                            .with("handle", "quill" + (char) ('a' + n) + "feather"));
        }
        run(community);
        var before = town.in(community, () -> suggestions.best(20));
        assertThat(before).hasSize(8);
        var pairs = before.stream().map(s -> s.match().pair()).toList();
        pairs.forEach(pair -> town.in(community, () -> answering.refuse(pair)));
        var after = newcomers(community, "nightingale");
        assertThat(after.evidence())
                .extracting(Evidence::words)
                .contains("Of 8 pairs that agreed like this your team said of 0 that they are one");
        assertThat(after.score()).isLessThan(before.getFirst().match().score() - 0.4);
        pairs.forEach(pair -> town.in(community, () -> answering.takeBack(pair, null)));
        assertThat(newcomers(community, "kingfisherman").evidence())
                .extracting(Evidence::key)
                .containsOnly("same_handle");
    }

    private Match newcomers(Community community, String handle) {
        take(
                community,
                Person.of(CHAT, "U" + handle).with("handle", handle),
                Person.of("github", "g" + handle).with("handle", handle));
        run(community);
        return town.in(community, () -> suggestions.best(50)).stream()
                .map(Suggestion::match)
                .filter(m -> m.evidence().toString().contains(handle))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theSecondToDecideIsToldSo() {
        var community = lantern();
        run(community);
        var pair = town.in(community, () -> suggestions.best(1)).getFirst().match().pair();
        town.in(community, () -> refuse(pair));
        assertThatThrownBy(() -> town.in(community, () -> refuse(pair)))
                .isInstanceOf(Refusal.OutOfDate.class)
                .hasMessageContaining("Someone changed this suggestion");
    }

    @Test
    void whatIsPutOffIsBackInTime() {
        var community = lantern();
        run(community);
        var pair = town.in(community, () -> suggestions.best(1)).getFirst().match().pair();
        town.in(community, () -> answering.later(pair));
        assertThat(town.in(community, () -> suggestions.best(9))).isEmpty();
        town.in(
                community,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql(
                                                        "update identity.suggestion set later_until = now() where state = 'later'")
                                                .update()));
        assertThat(town.in(community, () -> suggestions.best(9))).hasSize(1);
    }

    @Test
    void whoIsOneMemberAlreadyIsNotShown() {
        var community = lantern();
        var pair = run(community).certain().getFirst().pair();
        town.in(
                community,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql(
                                                        """
                                                        update members.identity i set member_id = (select member_id from members.identity where id = :one)
                                                        where i.id = :other
                                                        """)
                                                .param("one", pair.one())
                                                .param("other", pair.other())
                                                .update()));
        assertThat(run(community).certain()).isEmpty();
    }

    @Test
    void beingBusyInTheSameMinuteAndAnsweringEachOtherSpeaksAgainst() {
        var community = town.found();
        take(
                community,
                person(CHAT, "U1", "Ada").with("email", "ada@example.org"),
                person(CHAT, "U2", "Ada").with("email", "ada@example.org"),
                Found.Place.of(CHAT, "C1", "general", Style.CHAT),
                Deed.of(CHAT, "m1", Kind.MESSAGE, "U1", NOON)
                        .in("C1")
                        .saying("How do I rotate keys?"),
                Deed.of(CHAT, "m2", Kind.REPLY, "U2", NOON.plusSeconds(20))
                        .in("C1")
                        .under("m1")
                        .saying("So"));
        assertThat(run(community).certain()).isEmpty();
        take(
                community,
                person(CHAT, "U3", "Zoë Quillfeather").with("email", "zoe@example.org"),
                person(CHAT, "U4", "Zoë Quillfeather").with("email", "zoe@example.org"),
                Deed.of(CHAT, "m3", Kind.MESSAGE, "U3", NOON).in("C1").saying("Hello"),
                Deed.of(CHAT, "m4", Kind.MESSAGE, "U4", NOON.plusSeconds(20))
                        .in("C1")
                        .saying("Hello"));
        run(community);
        assertThat(rows(community))
                .filteredOn(r -> r.contains("zoe@example.org"))
                .singleElement()
                .asString()
                .contains(
                        "Both were active at 2 March 2026, 12:00 UTC",
                        "Two different accounts on Slack");
    }

    private List<String> reasons(String source, Kind kind, String reply) {
        var community = town.found();
        take(
                community,
                new Found.Origin(source, source, Markup.MAIL),
                person(source, "adelheid@one.example", "Adelheid Quillfeather"),
                person(source, "aq@two.example", "Adelheid Quillfeather"),
                Found.Place.of(source, "list", "list", Style.FORUM),
                Deed.of(source, "m1", Kind.MESSAGE, "adelheid@one.example", NOON)
                        .in("list")
                        .saying("The cache is stale after a deploy"),
                Deed.of(source, "m2", kind, "aq@two.example", NOON.plusSeconds(7200))
                        .in("list")
                        .under("m1")
                        .saying(reply));
        var certain = run(community).certain().stream();
        var asked = town.in(community, () -> suggestions.best(9)).stream().map(Suggestion::match);
        return Stream.concat(certain, asked)
                .flatMap(match -> match.evidence().stream())
                .filter(reason -> reason.weight() < 0)
                .map(Evidence::words)
                .toList();
    }

    @Test
    void thankingEachOtherSpeaksAgainstAndAQuotedThanksDoesNot() {
        assertThat(reasons("mail", Kind.REPLY, "See also the manual.\n> Thanks in advance"))
                .containsExactly("One of them answered the other");
        assertThat(reasons("mail", Kind.REPLY, "Vielen Dank, das war es."))
                .contains("One of them thanked the other");
    }

    @Test
    void beingCoAuthorsOfACommitSpeaksAgainstAndSigningItOffDoesNot() {
        assertThat(reasons("git", Kind.SIGN_OFF, "")).isEmpty();
        assertThat(reasons("git", Kind.CO_AUTHORSHIP, ""))
                .containsExactly("They are co-authors of one commit");
    }

    @Test
    void twoRunsAtOnceFindWhatOneFinds() throws Exception {
        var community = lantern();
        var alone = lantern();
        run(alone);
        try (var both = Executors.newFixedThreadPool(2)) {
            var one = both.submit(() -> run(community));
            var other = both.submit(() -> run(community));
            assertThat(one.get().looked() + other.get().looked()).isEqualTo(7);
        }
        assertThat(count(community, "identity.trait")).isEqualTo(count(alone, "identity.trait"));
        assertThat(rows(community)).hasSameSizeAs(rows(alone));
        assertThat(run(community).certain()).hasSize(1);
    }

    @Test
    void aHistoryOfCommitsRemembersAllNamesOfAnAddress() {
        var community = town.found();
        take(
                community,
                person("github", "a", "Zoe Quillfeather").asOf(NOON),
                person("github", "a", "Z").asOf(NOON.plusSeconds(60)),
                person(CHAT, "U1", "Zoe Quillfeather"));
        assertThat(run(community).certain()).hasSize(1);
    }

    @Test
    void manyWhoShareAMailboxTeachHowNamesAgreeHere() {
        var community = town.found();
        var all = new ArrayList<Found>();
        for (int i = 0; i < 300; i++) {
            var address = "person" + i + "@example.org";
            all.add(
                    person(CHAT, "U" + i, "Zoe Quill" + i)
                            .with("handle", "z" + i)
                            .with("email", address));
            all.add(
                    person("github", "g" + i, "Zoe Quill" + i)
                            .with("handle", "z" + i)
                            .with("email", address));
        }
        take(community, all.toArray(Found[]::new));
        var found = run(community);
        assertThat(found.certain()).hasSize(300);
        var habits =
                town.in(
                        community,
                        () ->
                                transaction.execute(
                                        _ ->
                                                db.sql(
                                                                "select habits->>'handle' from identity.tally")
                                                        .query(Double.class)
                                                        .single()));
        assertThat(habits).isGreaterThan(0.8);
    }
}
