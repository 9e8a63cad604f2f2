package org.folkmoot.connectors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Trail;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Identities;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Html;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// Everything of the community as one file, for people and for programs; written as it is read, so
/// that it needs little memory however large it is.
@Controller
@Needs(Permission.EXPORT)
class ExportPage {

    /// The file holds all of this, so whoever takes it must be allowed all of it.
    private static final List<Permission> INSIDE =
            List.of(
                    Permission.SEE_PEOPLE,
                    Permission.SEE_CONTACT_DATA,
                    Permission.SEE_ACTIVITY,
                    Permission.EXPORT);

    private final Export export;
    private final Identities identities;
    private final Trail trail;
    private final Frames frames;
    private final Html html;

    ExportPage(Export export, Identities identities, Trail trail, Frames frames, Html html) {
        this.export = export;
        this.identities = identities;
        this.trail = trail;
        this.frames = frames;
        this.html = html;
    }

    record Everything(Desk desk, ImportWords words, long people) {

        String file() {
            return desk.home() + "/export.jsonl.gz";
        }
    }

    @GetMapping("/c/{slug}/export")
    View page(Visitor visitor) {
        mayAll(visitor);
        return html.render(
                "connectors/export",
                new Everything(
                        frames.desk("Export", "Your data is yours: take all of it with you."),
                        ImportWords.of(visitor),
                        identities.members()));
    }

    /// Packed, for a person to keep.
    @GetMapping("/c/{slug}/export.jsonl.gz")
    void file(Visitor visitor, HttpServletResponse response) throws IOException {
        begin(visitor, "browser");
        response.setContentType("application/gzip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"%s.jsonl.gz\"".formatted(visitor.community().slug()));
        packed(response.getOutputStream());
    }

    /// JSON lines, packed on the way for who says that they can unpack.
    @GetMapping("/api/v1/communities/{slug}/export")
    void lines(Visitor visitor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        begin(visitor, "API");
        response.setContentType("application/x-ndjson");
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        var takes = request.getHeader(HttpHeaders.ACCEPT_ENCODING);
        if (takes != null && takes.matches("(?i).*\\bgzip\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$)).*")) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            packed(response.getOutputStream());
        } else {
            write(response.getOutputStream());
        }
    }

    private void begin(Visitor visitor, String way) {
        mayAll(visitor);
        trail.record(
                "everything exported",
                "community",
                visitor.community().slug(),
                Map.of("by way of", way));
    }

    private static void mayAll(Visitor visitor) {
        for (var permission : INSIDE) {
            if (!visitor.may(permission)) {
                throw new Refusal.NotAllowed(permission.words());
            }
        }
    }

    /// The end is written only after everything else: a file cut short does not unpack as whole.
    private void packed(OutputStream out) throws IOException {
        var gzip = new GZIPOutputStream(out, 1 << 14);
        write(gzip);
        gzip.finish();
        out.flush();
    }

    private void write(OutputStream out) throws IOException {
        var bytes = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        export.write(new BufferedWriter(bytes, 1 << 16));
    }
}
