package org.folkmoot.privacy;

import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.util.Map;
import org.springframework.web.util.HtmlUtils;

/// A copy as one page that needs nothing else, to read and to print. All that people wrote is
/// escaped: nothing in it can run.
final class HtmlSheet implements Sheet {

    private static final String HEAD =
            """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>%1$s</title><style>
            :root { color-scheme: light dark; }
            body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
            h2 { margin-top: 2.5rem; border-bottom: 1px solid; }
            dl { display: grid; grid-template-columns: minmax(7rem, 12rem) 1fr; gap: .1rem 1rem; margin: 0 0 1rem; padding-bottom: .8rem; border-bottom: 1px solid #8886; break-inside: avoid; }
            dt { color: GrayText; } dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
            @media (max-width: 40rem) { dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; } }
            </style></head><body>
            <h1>%1$s</h1>
            <p>Everything that <strong>%2$s</strong> keeps about this person in Folkmoot, as of %3$s. Times are in UTC.</p>
            """;

    private final Writer out;

    HtmlSheet(Writer out) {
        this.out = out;
    }

    @Override
    public void begin(String name, String community, Instant at) throws IOException {
        out.write(HEAD.formatted(safe(name), safe(community), safe(at.toString())));
    }

    @Override
    public void part(String title, String key) throws IOException {
        out.write("<h2>" + safe(title) + "</h2>\n");
    }

    @Override
    public void row(Map<String, ?> row) throws IOException {
        out.write("<dl>");
        for (var field : row.entrySet()) {
            out.write("<dt>" + safe(field.getKey().replace('_', ' ')) + "</dt>");
            out.write("<dd dir=\"auto\">" + safe(said(field.getValue())) + "</dd>");
        }
        out.write("</dl>\n");
    }

    private static String said(Object value) {
        return value instanceof Boolean yes ? (yes ? "yes" : "no") : value.toString();
    }

    @Override
    public void end() throws IOException {
        out.write("</body></html>\n");
    }

    private static String safe(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
