package org.folkmoot.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.folkmoot.HouseTest;
import org.folkmoot.Town;
import org.folkmoot.Visit;
import org.folkmoot.access.Cast;
import org.folkmoot.access.Role;
import org.folkmoot.access.Scope;
import org.folkmoot.activity.Kind;
import org.folkmoot.community.Community;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

/// Taking everything away in the browser and by a program.
@HouseTest
class ExportPageTests {

    @LocalServerPort int port;
    @Autowired Town town;
    @Autowired Cast cast;
    @Autowired Intaking intaking;
    @Autowired Export export;
    @Autowired MockMvc mvc;
    @TempDir Path folder;

    private Community community;

    @BeforeEach
    void adaAsks() {
        community = town.found();
        intaking.take(
                community,
                List.of(
                        new Found.Origin("slack:T1", "Lantern", org.folkmoot.activity.Markup.SLACK),
                        Person.of("slack:T1", "U1")
                                .with(Found.Field.NAME, "Ada")
                                .with(Found.Field.EMAIL, "ada@example.org"),
                        Deed.of(
                                        "slack:T1",
                                        "1",
                                        Kind.MESSAGE,
                                        "U1",
                                        Instant.parse("2026-03-01T10:00:00Z"))
                                .saying("How do I begin? 山田")));
    }

    @Test
    void aProgramGetsTheSameLinesAsTheCommandPackedOrNot() throws Exception {
        var token = cast.token(community, Scope.READ);
        var plain = api(token, "identity");
        assertThat(plain.statusCode()).isEqualTo(200);
        assertThat(plain.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/x-ndjson");
        var lines = new String(plain.body(), StandardCharsets.UTF_8);
        assertThat(lines).isEqualTo(exported()).contains("ada@example.org", "山田");
        var packed = api(token, "br, gzip;q=0.8");
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(unpacked(new ByteArrayInputStream(packed.body()))).isEqualTo(lines);
        assertThat(api(token, "gzip;q=0").headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(api(cast.token(town.found(), Scope.READ), "identity").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aLeadDownloadsEverythingAndItStandsInTheTrail() throws Exception {
        var lead = cast.join(community, Role.LEAD);
        try (var visit = Visit.of(port, community, lead, "screenshots")) {
            var page = visit.page();
            visit.go("/imports");
            page.click("text=Export everything");
            page.waitForURL("**/export");
            visit.look("export");
            var download = page.waitForDownload(() -> page.click("text=Export everything"));
            assertThat(download.suggestedFilename()).isEqualTo(community.slug() + ".jsonl.gz");
            var file = folder.resolve(download.suggestedFilename());
            download.saveAs(file);
            assertThat(unpacked(Files.newInputStream(file))).isEqualTo(exported());
            visit.see("/trail", "export-trail");
            assertThat(page.textContent("main")).contains("everything exported");
            visit.everywhere(there -> there.see("/export", "export"));
        }
    }

    @Test
    void whoMayNotSeeEverythingMayNotTakeItAway() throws Exception {
        for (var role : Role.values()) {
            var may = List.of(Role.LEAD, Role.DIRECTOR, Role.MANAGER).contains(role);
            for (var path : List.of("/export", "/export.jsonl.gz")) {
                mvc.perform(
                                get("/c/" + community.slug() + path)
                                        .with(Cast.as(cast.join(community, role))))
                        .andExpect(status().is(may ? 200 : 403));
            }
        }
    }

    private String exported() {
        var out = new StringWriter();
        town.in(community, () -> export.write(out));
        return out.toString();
    }

    private static String unpacked(InputStream packed) throws IOException {
        try (var in = new GZIPInputStream(packed)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<byte[]> api(String token, String encodings) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(
                                    URI.create(
                                            "http://localhost:%d/api/v1/communities/%s/export"
                                                    .formatted(port, community.slug())))
                            .header("Authorization", "Bearer " + token)
                            .header("Accept-Encoding", encodings)
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }
}
