package org.folkmoot.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Export;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.Person;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What others say of who is who: a mail map, another Folkmoot.
@HouseTest
@NullUnmarked
class ToldElsewhereTests {

    @Autowired Selves selves;
    @Autowired Town town;
    @Autowired Merging merging;
    @Autowired Reuniting reuniting;
    @Autowired Suggestions suggestions;
    @Autowired Export export;
    @Autowired Intaking intaking;
    @Autowired JdbcClient db;

    private String exported(Community here) {
        var out = new StringWriter();
        selves.in(here, () -> export.write(out));
        return out.toString();
    }

    private static List<String> lines(String export) {
        return export.lines()
                .skip(1)
                .map(line -> line.replaceFirst("\"member\":\\d+,?", ""))
                .sorted()
                .toList();
    }

    @Test
    void anExportBringsWhoBelongsTogetherAndWhoWasToldApart(@TempDir Path folder) throws Exception {
        var here = selves.found("Ada", "Grace", "Linus");
        var ids = selves.ids(here);
        selves.in(
                here,
                () -> {
                    merging.merge(new Pair(ids.get("chat Ada"), ids.get("forum Ada")), List.of());
                    merging.merge(new Pair(ids.get("chat Ada"), ids.get("chat Linus")), List.of());
                    return merging.part(ids.get("chat Linus"));
                });
        var there = moved(here, folder);
        var members = lines(exported(there));
        assertThat(members).isEqualTo(lines(exported(here)));
        assertThat(members).anyMatch(line -> line.contains("\"type\":\"apart\""));
        var again = selves.ids(there);
        assertThat(selves.member(there, again.get("chat Ada")))
                .isEqualTo(selves.member(there, again.get("forum Ada")))
                .isNotEqualTo(selves.member(there, again.get("chat Linus")));
    }

    private Community moved(Community here, Path folder) throws Exception {
        var file = Files.writeString(folder.resolve("export.jsonl"), exported(here));
        var there = town.found();
        intaking.read(there, "folkmoot", file);
        return there;
    }

    @Test
    void whoWasTwoPeopleThereIsLeftToAPersonUntilMoreIsTold(@TempDir Path folder) throws Exception {
        var here = town.found();
        var chat = Person.of(Selves.CHAT, "U1").with(Found.Field.NAME, "Ada Lovelace");
        var code = Person.of("github", "ada").with(Found.Field.NAME, "Ada Lovelace");
        selves.take(
                here,
                chat.with(Found.Field.EMAIL, "ada@example.org"),
                code.with(Found.Field.EMAIL, "ada@example.org"));
        var there = moved(here, folder);
        assertThat(people(there)).isEqualTo(2);
        assertThat(selves.in(there, () -> suggestions.best(10)))
                .singleElement()
                .satisfies(
                        asked ->
                                assertThat(asked.match().evidence())
                                        .extracting(Evidence::words)
                                        .contains(
                                                "They were two people in the Folkmoot they come from"));
        assertThat(lines(exported(there))).isEqualTo(lines(exported(here)));
        selves.take(there, code.with("bio", "Engines"));
        assertThat(selves.in(there, reuniting::run).certain()).isEqualTo(1);
        assertThat(people(there)).isEqualTo(1);
        assertThat(selves.in(here, reuniting::run).certain()).isEqualTo(1);
    }

    private int people(Community there) {
        return selves.within(
                there,
                () -> db.sql("select count(*) from members.member").query(Integer.class).single());
    }

    @Test
    void whatASourceClaimsIsMergedOnceAndStaysPartedByHand() {
        var here = town.found();
        var claim =
                new Found.Claim(
                        "git", "ada@old.org", "git", "ada@new.org", true, "The .mailmap says so");
        Found[] page = {
            Person.of("git", "ada@old.org").with(Found.Field.NAME, "Ada"),
            Person.of("git", "ada@new.org").with(Found.Field.NAME, "A. Lovelace"),
            Deed.of("git", "c1", Kind.COMMIT, "ada@old.org", Selves.NOON),
            claim
        };
        selves.take(here, page);
        assertThat(selves.in(here, reuniting::run).told()).isEqualTo(1);
        assertThat(selves.in(here, reuniting::run).told()).isZero();
        var old =
                selves.within(
                        here,
                        () ->
                                db.sql(
                                                "select id from members.identity where external_id = 'ada@old.org'")
                                        .query(Long.class)
                                        .single());
        selves.in(here, () -> merging.part(old));
        selves.take(here, page);
        assertThat(selves.in(here, reuniting::run)).isEqualTo(new Reuniting.Done(0, 0, 0, 0));
        assertThat(people(here)).isEqualTo(2);
    }

    @Test
    void tagsThatCameWithOneAccountGoWithItAlsoAfterAnExport() {
        var here = selves.found("Ada");
        var ids = selves.ids(here);
        selves.in(
                here,
                () ->
                        merging.merge(
                                new Pair(ids.get("chat Ada"), ids.get("forum Ada")), List.of()));
        assertThat(exported(here).lines().filter(line -> line.contains("\"type\":\"identity\"")))
                .allSatisfy(line -> assertThat(line).contains("\"tags\":[\"Ada"))
                .hasSize(2);
        assertThat(Set.copyOf(selves.ids(here).values())).hasSize(2);
    }
}
