package org.folkmoot.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.Formats;
import org.folkmoot.connectors.Found;
import org.folkmoot.connectors.Import;
import org.folkmoot.connectors.Imports;
import org.folkmoot.connectors.Intaking;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.identity.Merging;
import org.folkmoot.identity.Pair;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A community moves to another installation with all that its team kept.
@HouseTest
@NullUnmarked
class MovingTests {

    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Archive archive;
    @Autowired Belongings belongings;
    @Autowired Intaking intaking;
    @Autowired Imports imports;
    @Autowired Formats formats;
    @Autowired Merging merging;
    @Autowired Eraser eraser;
    @Autowired Reapplying reapplying;
    @Autowired JdbcClient db;

    private Community found() {
        var here = town.found();
        cast.join(here, Role.MANAGER);
        return here;
    }

    private Community filled(long seed) {
        var random = new Random(seed);
        var here = found();
        intaking.take(here, Belongings.people(random));
        var ids =
                archive.within(
                        here,
                        () ->
                                belongings.all(
                                        "select identity_id from members.report_home where community_id = folkmoot.community() order by 1"));
        for (int n = 0; n < 5; n++) {
            var one = ids.get(random.nextInt(ids.size()));
            var other = ids.get(random.nextInt(ids.size()));
            var members =
                    archive.number(
                            here,
                            "select count(distinct member_id) from members.identity where id in (%d, %d)"
                                    .formatted(one, other));
            if (members == 2) {
                town.in(here, () -> merging.merge(new Pair(one, other), List.of()));
            }
        }
        archive.within(
                here,
                () -> {
                    belongings.make(random);
                    return 0;
                });
        return here;
    }

    private static List<String> lines(Path export) throws Exception {
        return Files.readAllLines(export).stream()
                .skip(1)
                .map(line -> line.replaceFirst("\"member\":\\d+,?", ""))
                .sorted()
                .toList();
    }

    private List<String> refusals(Community there, Import done) {
        return town.in(
                there,
                () -> imports.refused(done.id(), 0, 100).stream().map(r -> r.reason()).toList());
    }

    @Test
    void whatTheTeamKeptComesAlongOnceAndNothingElseDoes(@TempDir Path temp) throws Exception {
        var seed = new Random().nextLong();
        var here = filled(seed);
        var first = archive.everything(here, temp.resolve("first.jsonl"));
        assertThat(first).content().doesNotContain("secret", "deadbeef", "\"waiting\"");
        for (var type :
                List.of(
                        "tag",
                        "note",
                        "segment",
                        "label",
                        "correction",
                        "theme",
                        "theme_join",
                        "kind",
                        "task",
                        "owner",
                        "watch",
                        "talk",
                        "contact_rule",
                        "purpose",
                        "wording",
                        "consent",
                        "ask",
                        "moment_rule",
                        "thank",
                        "no_thanks",
                        "gift_kind",
                        "gift",
                        "introduction",
                        "privacy_contact",
                        "register",
                        "retention",
                        "sweep",
                        "request",
                        "restraint")) {
            assertThat(lines(first))
                    .as(type)
                    .anyMatch(l -> l.contains("\"type\":\"" + type + "\""));
        }
        var there = found();
        var done = intaking.read(there, "folkmoot", first);
        assertThat(refusals(there, done)).as("seed %d", seed).isEmpty();
        var second = archive.everything(there, temp.resolve("second.jsonl"));
        assertThat(lines(second)).as("seed %d", seed).isEqualTo(lines(first));
        for (var again : List.of(first, second)) {
            assertThat(refusals(there, intaking.read(there, "folkmoot", again))).isEmpty();
            assertThat(lines(archive.everything(there, temp.resolve("again.jsonl"))))
                    .as("seed %d", seed)
                    .isEqualTo(lines(first));
        }
        assertThat(refusals(here, intaking.read(here, "folkmoot", second))).isEmpty();
        assertThat(lines(archive.everything(here, temp.resolve("home.jsonl"))))
                .as("back where it came from, seed %d", seed)
                .isEqualTo(lines(first));
    }

    @Test
    void pagesThatAreCutShortAndComeAgainAddNothingTwice(@TempDir Path temp) throws Exception {
        var here = filled(5);
        var first = archive.everything(here, temp.resolve("first.jsonl"));
        var there = found();
        try (var tree = Tree.of(first)) {
            var found = new Found.Basket();
            formats.named("folkmoot").read(tree, Map.of(), found);
            var all = new ArrayList<>(found.all());
            for (int from = 0; from < all.size(); from += 10) {
                intaking.take(there, all.subList(from, Math.min(all.size(), from + 25)));
            }
        }
        intaking.read(there, "folkmoot", first);
        assertThat(lines(archive.everything(there, temp.resolve("second.jsonl"))))
                .isEqualTo(lines(first));
    }

    @Test
    void linesThatAreNotAsTheyMustBeAreRefusedEachWithItsReason(@TempDir Path temp)
            throws Exception {
        var here = filled(7);
        var whole = archive.everything(here, temp.resolve("whole.jsonl"));
        var ada = "\"source\":\"slack:T5\",\"externalId\":\"U0\",\"by\":\"Eve\"";
        var at = ",\"at\":\"2026-01-01T00:00:00Z\"}";
        var hostile =
                List.of(
                        "{\"type\":\"talk\",\"how\":\"shout\"," + ada + at,
                        "{\"type\":\"talk\",\"how\":\"call\"," + ada + ",\"at\":\"tomorrow\"}",
                        "{\"type\":\"talk\",\"how\":\"call\",\"by\":\"Eve\"" + at,
                        "{\"type\":\"watch\"," + ada + at,
                        "{\"type\":\"note\",\"text\":\"" + "x".repeat(20_001) + "\"," + ada + at,
                        "{\"type\":\"note\",\"text\":\"\"," + ada + at,
                        "{\"type\":\"label\",\"name\":\"x\",\"by\":\"Eve\",\"activity\":{\"source\":\"slack:T5\",\"externalId\":\"no\"}"
                                + at,
                        "{\"type\":\"segment\",\"name\":\"Round\",\"query\":\"where=segment:Round\",\"by\":\"Eve\""
                                + at,
                        "{\"type\":\"consent\",\"purpose\":\"news\",\"channel\":\"mail\",\"act\":\"granted\",\"through\":\"hand\",\"by\":\"Eve\""
                                + at,
                        "{\"type\":\"gift\",\"what\":\"Nothing\",\"whatSince\":\"2026-01-01T00:00:00Z\",\"why\":\"\",\"steps\":[],"
                                + ada
                                + at,
                        "{\"type\":\"retention\",\"kind\":\"texts\",\"days\":1,\"by\":\"Eve\"" + at,
                        "{\"type\":\"kind\",\"kind\":\"message\",\"since\":\"2026-01-01T00:00:00Z\",\"weight\":1,\"active\":true,\"contribution\":true,\"content\":true,\"by\":\"Eve\"}",
                        "{\"type\":\"erasure\",\"accounts\":[],\"fates\":[]," + ada + at,
                        "{\"type\":\"forgotten\",\"key\":\"hm\",\"addresses\":[]}",
                        "{\"type\":\"restraint\",\"kind\":\"whim\",\"reason\":\"\",\"since\":\"2026-01-01\","
                                + ada
                                + at,
                        "{\"type\":\"organisation\",\"name\":\"\"}",
                        "{\"type\":\"task\",\"text\":\"\",\"by\":\"Eve\",\"about\":[]" + at,
                        "{\"type\":\"nothing of ours\"}");
        var file = temp.resolve("hostile.jsonl");
        Files.writeString(
                file,
                Files.readAllLines(whole).getFirst() + "\n" + String.join("\n", hostile) + "\n");
        var done = intaking.read(here, "folkmoot", file);
        assertThat(refusals(here, done))
                .hasSize(hostile.size())
                .allMatch(why -> why.endsWith("."))
                .anyMatch(why -> why.contains("shout") || why.contains("none of"))
                .contains("Its at is no time that can be read.", "This line says no account.")
                .anyMatch(why -> why.contains("of the team is called Eve"))
                .contains("The activity that it is about is not here.")
                .anyMatch(why -> why.contains("would delete"));
        assertThat(lines(archive.everything(here, temp.resolve("after.jsonl"))))
                .isEqualTo(lines(whole));
    }

    @Test
    void anExportOfEarlierIsReadAsItWas(@TempDir Path temp) throws Exception {
        var ada = "\"source\":\"slack:T5\",\"externalId\":\"U0\"";
        var at = ",\"by\":\"Grace\",\"at\":\"2026-01-01T00:00:00Z\"}";
        var file =
                Files.writeString(
                        temp.resolve("earlier.jsonl"),
                        String.join(
                                        "\n",
                                        "{\"type\":\"community\",\"format\":\"folkmoot\",\"version\":1}",
                                        "{\"type\":\"identity\"," + ada + ",\"profile\":{}}",
                                        "{\"type\":\"field\",\"key\":\"size\",\"name\":\"Size\",\"kind\":\"text\",\"choices\":[],\"guarded\":false,\"archived\":false}",
                                        "{\"type\":\"entry\",\"field\":\"size\",\"value\":\"M\","
                                                + ada
                                                + at,
                                        "{\"type\":\"said\",\"field\":\"title\",\"value\":\"Countess\","
                                                + ada
                                                + at,
                                        "{\"type\":\"task\",\"text\":\"Call\",\"day\":\"2026-02-01\",\"time\":\"09:05:00\",\"owner\":\"Nobody here\",\"about\":[{"
                                                + ada
                                                + "}]"
                                                + at,
                                        "{\"type\":\"owner\",\"owner\":\"Grace\"," + ada + at,
                                        "{\"type\":\"talk\",\"how\":\"call\",\"line\":\"Hello\","
                                                + ada
                                                + at,
                                        "{\"type\":\"activity\",\"source\":\"slack:T5\",\"externalId\":\"d1\",\"told\":\"message\",\"identity\":\"U0\",\"at\":\"2026-01-01T00:00:00Z\"}")
                                + "\n");
        var there = found();
        assertThat(refusals(there, intaking.read(there, "folkmoot", file))).isEmpty();
        var again = archive.everything(there, temp.resolve("again.jsonl"));
        for (var type : List.of("field", "entry", "said", "task", "owner", "talk", "activity")) {
            assertThat(lines(again)).anyMatch(l -> l.contains("\"type\":\"" + type + "\""));
        }
        assertThat(again).content().contains("Countess", "09:05", "Hello");
    }

    @Test
    void whoeverWasForgottenIsForgottenThereToo(@TempDir Path temp) throws Exception {
        var here = found();
        var slack = archive.slack(temp.resolve("slack"));
        intaking.read(here, "slack", slack);
        var ada =
                archive.number(
                        here,
                        "select member_id from members.identity where external_id = 'U0000ADA'");
        town.in(
                here,
                () -> {
                    eraser.forget(ada);
                    return 0;
                });
        var first = archive.everything(here, temp.resolve("first.jsonl"));
        var list = town.in(here, reapplying::write).orElseThrow();
        var key = list.replaceFirst(".*\"key\":\"([0-9a-f]{64})\".*", "$1");
        assertThat(first).content().doesNotContain(key).contains("\"type\":\"forgotten\"");

        var there = found();
        assertThat(refusals(there, intaking.read(there, "folkmoot", first))).isEmpty();
        assertThat(lines(archive.everything(there, temp.resolve("second.jsonl"))))
                .isEqualTo(lines(first));
        assertThat(intaking.read(there, "folkmoot", first).state()).isEqualTo(Import.State.DONE);

        var stopped = intaking.read(there, "slack", slack);
        assertThat(stopped.state()).isEqualTo(Import.State.FAILED);
        assertThat(stopped.problem()).contains("privacy reapply");
        assertThat(archive.traces(there, Archive.HERS)).isEmpty();

        town.in(there, () -> reapplying.reapply(list));
        assertThat(intaking.read(there, "slack", slack).state()).isEqualTo(Import.State.DONE);
        assertThat(archive.traces(there, Archive.HERS)).isEmpty();
        assertThat(archive.number(there, "select count(*) from activity.activity"))
                .isEqualTo(archive.number(here, "select count(*) from activity.activity"));
    }
}
