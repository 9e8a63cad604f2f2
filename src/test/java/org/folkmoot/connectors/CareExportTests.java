package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Role;
import org.folkmoot.activity.Markup;
import org.folkmoot.care.Owners;
import org.folkmoot.care.Talks;
import org.folkmoot.care.Task.Due;
import org.folkmoot.care.TaskSteps;
import org.folkmoot.care.Tasks;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.intake.Tree;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// What the team means to do and with whom it spoke comes along.
@HouseTest
@NullUnmarked
class CareExportTests {

    private static final String CHAT = "slack:T1";

    @Autowired Town town;
    @Autowired Intaking intaking;
    @Autowired Export export;
    @Autowired Formats formats;
    @Autowired Tasks tasks;
    @Autowired TaskSteps steps;
    @Autowired Owners owners;
    @Autowired Talks talks;
    @Autowired Cast cast;
    @Autowired Colleagues colleagues;
    @Autowired JdbcClient db;
    @Autowired TransactionTemplate transaction;

    private long member(Community here, String id) {
        return town.in(
                here,
                () ->
                        transaction.execute(
                                _ ->
                                        db.sql(
                                                        """
                                                        select member_id from members.report_account
                                                        where community_id = folkmoot.community() and external_id = :id
                                                        """)
                                                .param("id", id)
                                                .query(Long.class)
                                                .single()));
    }

    private List<String> lines(Community here) {
        var out = new StringWriter();
        town.in(here, () -> export.write(out));
        return out.toString()
                .lines()
                .filter(l -> l.matches("\\{\"type\":\"(task|owner|talk)\".*"))
                .toList();
    }

    private void take(Community there, Path file) throws Exception {
        try (var tree = Tree.of(file)) {
            var found = new Found.Basket();
            formats.named("folkmoot").read(tree, Map.of(), found);
            assertThat(found.all(Found.Refused.class)).isEmpty();
            intaking.take(there, found.all());
        }
    }

    @Test
    void tasksOwnersAndConversationsComeAlongAndOnlyOnce(@TempDir Path folder) throws Exception {
        var here = town.found();
        cast.join(here, Role.MANAGER);
        var account = town.in(here, () -> colleagues.all().getFirst().account());
        var all = new ArrayList<Found>();
        all.add(new Found.Origin(CHAT, "Chat", Markup.SLACK));
        all.add(Person.of(CHAT, "ada").with(Found.Field.NAME, "Ada"));
        all.add(Person.of(CHAT, "zoe").with(Found.Field.NAME, "Zoë"));
        intaking.take(here, all);
        var ada = member(here, "ada");
        var zoe = member(here, "zoe");
        town.in(
                here,
                () -> {
                    tasks.create(
                            new Tasks.Wish(
                                    "Ask both",
                                    new Due(LocalDate.of(2026, 3, 31), LocalTime.of(9, 5)),
                                    account,
                                    null,
                                    List.of(ada, zoe)));
                    var done = tasks.create(new Tasks.Wish("Done", null, null, null, List.of()));
                    steps.end(List.of(done), "done");
                    owners.set(List.of(ada), account);
                    return talks.log(zoe, Instant.now().minus(Duration.ofDays(3)), "call", "Hello");
                });
        var file = folder.resolve("moot.jsonl");
        var out = new StringWriter();
        town.in(here, () -> export.write(out));
        Files.writeString(file, out.toString());
        var there = town.found();
        cast.join(there, Role.MANAGER);
        take(there, file);
        take(there, file);
        assertThat(lines(there)).isEqualTo(lines(here)).hasSize(4);
        assertThat(lines(there).getFirst()).contains("\"owner\":\"Grace\"", "09:05", "ada", "zoe");
    }
}
