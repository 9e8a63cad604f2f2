package org.folkmoot.sources.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.folkmoot.connectors.Deed;
import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Lone;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

class ArchiveTests extends ConnectorContract {

    private static final String MAIL =
            """
            From ada at example.org  Sun Mar  1 09:00:00 2026
            From: ada at example.org (Ada Lovelace)
            Date: Sun, 01 Mar 2026 09:00:00 +0100
            Subject: [moot] Key rotation
            Message-ID: <%s@example.org>

            Mail %s says so.

            """;

    private final Map<String, String> months = new LinkedHashMap<>();
    private final Map<String, String> changed = new LinkedHashMap<>();

    ArchiveTests() {
        put("2026-March.txt", "Sun, 01 Mar 2026 10:00:00 GMT", "m4", "m5");
        put("2026-February.txt.gz", "Sun, 01 Feb 2026 10:00:00 GMT", "m3");
        put("2026-January.txt.gz", "Thu, 01 Jan 2026 10:00:00 GMT", "m1", "m2");
    }

    private void put(String file, String at, String... ids) {
        var text = new StringBuilder();
        for (var id : ids) {
            text.append(MAIL.formatted(id, id));
        }
        months.put(file, text.toString());
        changed.put(file, at);
    }

    /// A mail stays as it was sent.
    @Override
    protected boolean tellsWords() {
        return false;
    }

    @Override
    protected Connector connector() {
        return new MailConnector(Lone.sockets(""));
    }

    @Override
    protected Vendor.Answer answer(Vendor.Asked asked) {
        if (asked.path().equals("/pipermail/moot/")) {
            var links = new StringBuilder("<html><body><table>");
            months.keySet()
                    .forEach(
                            file ->
                                    links.append(
                                                    "<A href=\"%s/thread.html\">[ Thread ]</a>"
                                                            .formatted(
                                                                    file.replaceFirst("\\..*", "")))
                                            .append(
                                                    "<A href=\"%s\">[ Text ]</a>%n"
                                                            .formatted(file)));
            return new Vendor.Answer(
                    200,
                    Map.of("Content-Type", "text/html"),
                    (links + "<a href=\"../../etc.txt\">x</a></table></body></html>")
                            .getBytes(StandardCharsets.UTF_8));
        }
        var file = asked.path().substring("/pipermail/moot/".length());
        var text = months.get(file);
        if (text == null) {
            return Vendor.Answer.of(404, "");
        }
        var at = String.valueOf(changed.get(file));
        if (at.equals(asked.headers().get("if-modified-since"))) {
            return Vendor.Answer.of(304, "");
        }
        return new Vendor.Answer(
                200,
                Map.of("Last-Modified", at),
                file.endsWith(".gz") ? packed(text) : text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] packed(String text) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base + "/pipermail/moot/");
    }

    @Override
    protected Vendor.Answer tooMuch() {
        return Vendor.Answer.of(429, "").with("Retry-After", "120");
    }

    @Override
    protected Instant until() {
        return NOW.plusSeconds(120);
    }

    @Test
    void allMonthsAreReadTheOldestFirst() {
        var found = all("");
        assertThat(ids(found))
                .containsExactly(
                        "m1@example.org",
                        "m2@example.org",
                        "m3@example.org",
                        "m4@example.org",
                        "m5@example.org");
        assertThat(
                        found.stream()
                                .filter(Deed.class::isInstance)
                                .map(f -> ((Deed) f).id())
                                .findFirst())
                .contains("m1@example.org");
        assertThat(found)
                .filteredOn(Found.Place.class::isInstance)
                .allMatch(f -> ((Found.Place) f).id().equals("moot"));
        assertThat(vendor().asked()).hasSize(4).noneMatch(a -> a.path().contains("etc"));
    }

    @Test
    void laterOnlyTheLatestAreAskedForAndOnlyIfTheyChanged() {
        var first = round("");
        vendor().forget();
        var second = round(first.next());
        assertThat(ids(second.found())).isEmpty();
        assertThat(vendor().asked()).hasSize(3);
        put("2026-March.txt", "Mon, 02 Mar 2026 10:00:00 GMT", "m4", "m5", "m6");
        assertThat(ids(round(second.next()).found())).contains("m6@example.org");

        var before = new LinkedHashMap<>(months);
        months.clear();
        put("2026-April.txt", "Wed, 01 Apr 2026 10:00:00 GMT", "m7");
        months.putAll(before);
        vendor().forget();
        assertThat(ids(round(second.next()).found())).contains("m7@example.org");
    }

    @Test
    void aMonthThatBreaksOffIsReadAgainAndOneThatIsGoneHoldsUpNothing() {
        var cursor = ((Pull.Caught) pull("")).next();
        vendor().instead(
                        asked -> {
                            var bytes = packed(String.valueOf(months.get("2026-January.txt.gz")));
                            return asked.path().endsWith(".gz")
                                    ? new Vendor.Answer(
                                            200,
                                            Map.of(),
                                            java.util.Arrays.copyOf(bytes, bytes.length / 2))
                                    : null;
                        });
        assertThat(pull(cursor)).isInstanceOf(Pull.Unreachable.class);
        vendor().instead(asked -> asked.path().endsWith(".gz") ? Vendor.Answer.of(404, "") : null);
        assertThat(ids(all(cursor))).containsExactly("m4@example.org", "m5@example.org");
    }
}
