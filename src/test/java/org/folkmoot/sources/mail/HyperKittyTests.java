package org.folkmoot.sources.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.folkmoot.sources.Connector;
import org.folkmoot.sources.ConnectorContract;
import org.folkmoot.sources.Lone;
import org.folkmoot.sources.Vendor;
import org.junit.jupiter.api.Test;

/// Mailman 3's archive in miniature; it is March 2031 there.
class HyperKittyTests extends ConnectorContract {

    private static final String BASE = "/archives/list/moot@lists.example.org";

    private final Map<String, String> mails = new LinkedHashMap<>();

    HyperKittyTests() {
        mails.put("2031-01-05", "m1");
        mails.put("2031-02-20", "m2");
        mails.put("2031-03-02", "m3");
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
        if (asked.path().equals(BASE + "/")) {
            return html(
                    "<html><a href=\"%s/2031/3/\">March</a> <a href=\"%s/2031/1/\">January</a></html>"
                            .formatted(BASE, BASE));
        }
        assertThat(asked.path()).startsWith(BASE + "/export/").endsWith(".mbox.gz");
        var text = new StringBuilder();
        mails.forEach(
                (day, id) -> {
                    if (day.compareTo(asked.one("start")) >= 0
                            && day.compareTo(asked.one("end")) < 0) {
                        text.append(
                                """
                                From ada@example.org Sun Mar  1 09:00:00 2031
                                From: Ada <ada@example.org>
                                Date: %sT09:00:00Z
                                Message-ID: <%s@example.org>

                                Hello.

                                """
                                        .formatted(day, id));
                    }
                });
        return html(text.toString());
    }

    private static Vendor.Answer html(String text) {
        return new Vendor.Answer(200, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    protected Map<String, String> settings(String base) {
        return Map.of("base-url", base + BASE);
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
    void eachMonthOnceAndThenWhatIsNew() {
        var first = round("");
        assertThat(ids(first.found()))
                .containsExactly("m1@example.org", "m2@example.org", "m3@example.org");
        vendor().forget();
        mails.put("2031-03-03", "m4");
        var second = round(first.next());
        assertThat(ids(second.found())).containsExactly("m3@example.org", "m4@example.org");
        assertThat(vendor().asked())
                .singleElement()
                .satisfies(
                        asked -> {
                            assertThat(asked.one("start")).isEqualTo("2031-02-28");
                            assertThat(asked.one("end")).isEqualTo("2031-03-04");
                        });
    }
}
