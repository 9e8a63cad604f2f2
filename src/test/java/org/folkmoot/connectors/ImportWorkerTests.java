package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.awaitility.Awaitility;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.community.Community;
import org.folkmoot.connectors.intake.Tree;
import org.folkmoot.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

@HouseTest
class ImportWorkerTests {

    private static final String GOOD = "Name,E-mail\nAda,ada@example.org\n";
    private static final String HALF =
            "Name,E-mail,Date,Text\nAda,ada@example.org,2026-01-01,hello\nGrace,grace@example.org,never,hi\n";

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Imports imports;
    @Autowired Importer importer;
    @Autowired Uploads uploads;
    @Autowired Runs runs;
    @Autowired ImportWorker worker;
    @Autowired MockMvc mvc;

    @Test
    void whatWaitedWhenTheServerEndedGoesOnAtTheNextStart() {
        var community = town.found();
        var cut = planned(community, GOOD);
        var waiting = planned(community, GOOD);
        town.in(community, () -> runs.start(cut.id(), Instant.now()));
        worker.goOn();
        assertThat(over(community, cut).state()).isEqualTo(Import.State.DONE);
        assertThat(over(community, waiting).state()).isEqualTo(Import.State.DONE);
        assertThat(
                        over(community, cut).counts().known()
                                + over(community, waiting).counts().known())
                .isEqualTo(1);
        Awaitility.await().until(() -> town.in(community, () -> uploads.folders().isEmpty()));
    }

    @Test
    void aStoppedImportWaitsUntilSomebodyLetsItGoOn() {
        var community = town.found();
        var plan = planned(community, GOOD);
        town.in(community, () -> cancelled(plan));
        worker.goOn();
        var stopped = town.in(community, () -> importer.run(plan.id(), _ -> {}));
        assertThat(stopped.state()).isEqualTo(Import.State.STOPPED);
        assertThat(stopped.counts().read()).isZero();
        town.in(community, () -> imports.again(plan.id()));
        worker.take(community.id(), plan.id());
        assertThat(over(community, plan).state()).isEqualTo(Import.State.DONE);
    }

    @Test
    void aCancelledRunStopsAfterTheRowsInHandAndGoesOnLater() throws IOException {
        var community = town.found();
        var folder = Files.createTempDirectory("many");
        SlackTown.write(folder, 12, 400, 3);
        var plan = planned(community, folder);
        var stopped =
                town.in(community, () -> importer.run(plan.id(), now -> imports.cancel(now.id())));
        assertThat(stopped.state()).isEqualTo(Import.State.STOPPED);
        assertThat(stopped.position()).isPositive();
        assertThat(town.in(community, () -> planned(community, folder)).id()).isEqualTo(plan.id());
        var done = town.in(community, () -> importer.run(plan.id(), _ -> {}));
        assertThat(done.state()).isEqualTo(Import.State.DONE);
        var counts = done.counts();
        assertThat(counts.read()).isEqualTo(counts.stored() + counts.known() + counts.refused());
        assertThat(counts.activities()).isGreaterThan(14_400);
    }

    @Test
    void aServerThatEndsLetsItsImportsWait() throws IOException {
        var community = town.found();
        var folder = Files.createTempDirectory("many");
        SlackTown.write(folder, 3, 40, 4);
        var plan = planned(community, folder);
        var paused =
                town.in(
                        community,
                        () ->
                                importer.run(
                                        plan.id(),
                                        _ -> {
                                            throw new Importer.Paused();
                                        }));
        assertThat(paused.state()).isEqualTo(Import.State.WAITING);
        assertThat(paused.position()).isPositive();
    }

    @Test
    void whatTheCommandLineBeganGoesOnAfterARestartOnlyWhenTheBrowserTookItUp() throws IOException {
        var community = town.found();
        var folder = Files.createTempDirectory("many");
        SlackTown.write(folder, 3, 40, 4);
        var plan = planned(community, folder);
        town.in(community, () -> runs.start(plan.id(), Instant.now()));
        worker.goOn();
        assertThat(town.in(community, () -> imports.get(plan.id())).state())
                .as("cut short on the command line, which may go on by itself")
                .isEqualTo(Import.State.RUNNING);
        town.in(
                community,
                () -> {
                    runs.serve(plan.id(), Instant.now()); // "go on", then a restart
                    return true;
                });
        worker.goOn();
        assertThat(over(community, plan).state()).isEqualTo(Import.State.DONE);
        assertThat(Files.exists(folder)).as("not ours to throw away").isTrue();
    }

    @Test
    void oneImportIsWorkedOnByOneProcessOnly() {
        var community = town.found();
        var plan = planned(community, GOOD);
        town.in(
                community,
                () ->
                        importer.run(
                                plan.id(),
                                now -> {
                                    assertThat(imports.worked(java.util.List.of(now)))
                                            .containsExactly(now.id());
                                    assertThatThrownBy(() -> importer.run(now.id(), _ -> {}))
                                            .isInstanceOf(Refusal.Unusable.class)
                                            .hasMessageContaining("already running");
                                }));
    }

    @Test
    void filesThatNobodyImportedAreRemovedAfterADayAndRefusedRowsKeepTheirs() throws Exception {
        var community = town.found();
        var refused = planned(community, HALF);
        worker.take(community.id(), refused.id());
        assertThat(over(community, refused).counts().refused()).isEqualTo(1);
        var forgotten =
                town.in(
                        community,
                        () -> uploads.keep("forgotten.csv", f -> Files.writeString(f, GOOD)));
        var fresh =
                town.in(
                        community,
                        () -> uploads.keep("fresh.csv", f -> Files.writeString(f, GOOD)));
        var twoDaysAgo = FileTime.from(Instant.now().minus(Duration.ofDays(2)));
        for (var folder : town.in(community, uploads::folders)) {
            if (!folder.equals(fresh.path().getParent())) {
                Files.setLastModifiedTime(folder, twoDaysAgo);
            }
        }
        worker.tidy();
        assertThat(forgotten.path()).doesNotExist();
        assertThat(fresh.path()).exists();
        assertThat(java.nio.file.Path.of(refused.path())).exists();
    }

    @Test
    void aMissingFileIsSaidInWords() {
        var community = town.found();
        var plan =
                town.in(
                        community,
                        () -> imports.plan("csv", "x.csv", "/nowhere/x.csv", Map.of(), "f", "Ada"));
        var failed = town.in(community, () -> importer.run(plan.id(), _ -> {}));
        assertThat(failed.state()).isEqualTo(Import.State.FAILED);
        assertThat(failed.problem()).contains("There is no file");
    }

    @Test
    void anotherCommunitysFileIsNotFound() {
        var ours = town.found();
        var theirs = town.found();
        var file =
                town.in(theirs, () -> uploads.keep("secret.csv", f -> Files.writeString(f, GOOD)));
        var grace = cast.join(ours, Role.LEAD);
        assertThat(status(grace, "/c/" + ours.slug() + "/imports/uploads/" + file.id()))
                .isEqualTo(404);
        assertThat(status(grace, "/c/" + ours.slug() + "/imports/uploads/..%2f..%2fsecret"))
                .isIn(400, 404);
    }

    @Test
    void whoMayNotImportSeesNothingOfIt() {
        var community = town.found();
        var analyst = cast.join(community, Role.ANALYST);
        assertThat(status(analyst, "/c/" + community.slug() + "/imports")).isEqualTo(403);
        assertThat(status(analyst, "/c/" + community.slug() + "/imports/new")).isEqualTo(403);
    }

    @Test
    void choicesStandInTheAddressAndDirectMessagesComeOnlyWhenAskedFor() throws Exception {
        var community = town.found();
        var grace = cast.join(community, Role.COORDINATOR);
        var csv =
                town.in(
                        community,
                        () -> uploads.keep("people.csv", f -> Files.writeString(f, GOOD)));
        var path = "/c/" + community.slug() + "/imports/uploads/" + csv.id();
        var to =
                mvc.perform(
                                post(path + "/look")
                                        .param("format", "csv")
                                        .param("m-0", "handle")
                                        .param("m-zone", "Europe/Berlin")
                                        .param("other", "x")
                                        .with(Cast.as(grace)))
                        .andReturn()
                        .getResponse()
                        .getRedirectedUrl();
        assertThat(to).isEqualTo(path + "?format=csv&m-0=handle&m-zone=Europe%2FBerlin");
        var again = mvc.perform(get(URI.create(to)).with(Cast.as(grace))).andReturn().getResponse();
        assertThat(again.getStatus()).isEqualTo(200);
        assertThat(again.getContentAsString())
                .contains("You chose this.", "value=\"Europe/Berlin\"");
        var wrong =
                mvc.perform(get(path + "?format=csv&m-zone=Moon").with(Cast.as(grace)))
                        .andReturn()
                        .getResponse();
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString()).contains("no time zone Moon");
    }

    @Test
    void nothingOfAFileIsReadFromWhoIsNotSignedIn() throws Exception {
        var community = town.found();
        var body =
                "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"
                        + "a".repeat(40_000)
                        + "\r\n--x--\r\n";
        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://localhost:%d/c/%s/imports/uploads"
                                                            .formatted(port, community.slug())))
                                    .header("Content-Type", "multipart/form-data; boundary=x")
                                    .POST(HttpRequest.BodyPublishers.ofString(body))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(401);
        }
    }

    private int status(String email, String path) {
        try {
            return mvc.perform(get(URI.create(path)).with(Cast.as(email)))
                    .andReturn()
                    .getResponse()
                    .getStatus();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean cancelled(Import plan) {
        imports.cancel(plan.id());
        return true;
    }

    private Import over(Community community, Import plan) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> town.in(community, () -> imports.get(plan.id())), Import::over);
    }

    private Import planned(Community community, String csv) {
        return town.in(
                community,
                () -> {
                    var file = uploads.keep("people.csv", f -> Files.writeString(f, csv));
                    try (var tree = Tree.of(file.path())) {
                        return imports.plan(
                                "csv",
                                file.name(),
                                file.path().toString(),
                                Map.of(),
                                tree.fingerprint(),
                                "Ada");
                    }
                });
    }

    private Import planned(Community community, java.nio.file.Path folder) {
        return town.in(
                community,
                () -> {
                    try (var tree = Tree.of(folder)) {
                        return imports.plan(
                                "slack",
                                "many",
                                folder.toString(),
                                Map.of(),
                                tree.fingerprint(),
                                "Ada");
                    }
                });
    }
}
