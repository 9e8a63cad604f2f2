package org.folkmoot.privacy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// All that is known of a person, as one file.
@Controller
@Needs(Permission.EXPORT)
class CopyDoor {

    /// The file holds all of this, so whoever takes it must be allowed all of it.
    private static final List<Permission> INSIDE =
            List.of(
                    Permission.SEE_PEOPLE,
                    Permission.SEE_CONTACT_DATA,
                    Permission.SEE_ACTIVITY,
                    Permission.EXPORT);

    private final Copies copies;

    CopyDoor(Copies copies) {
        this.copies = copies;
    }

    @GetMapping("/c/{slug}/privacy/people/{id}/copy.zip")
    void zip(Visitor visitor, @PathVariable long id, HttpServletResponse response)
            throws IOException {
        mayAll(visitor);
        copies.note(id, "browser");
        send(response, id, copies);
    }

    static void send(HttpServletResponse response, long id, Copies copies) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"personal-data-%d.zip\"".formatted(id));
        copies.zip(id, response.getOutputStream());
    }

    @GetMapping("/api/v1/communities/{slug}/members/{id}/personal-data")
    void json(Visitor visitor, @PathVariable long id, HttpServletResponse response)
            throws IOException {
        mayAll(visitor);
        copies.note(id, "API");
        response.setContentType("application/json;charset=UTF-8");
        copies.json(
                id,
                new BufferedWriter(
                        new OutputStreamWriter(
                                response.getOutputStream(), StandardCharsets.UTF_8)));
    }

    private static void mayAll(Visitor visitor) {
        for (var permission : INSIDE) {
            if (!visitor.may(permission)) {
                throw new Refusal.NotAllowed(permission.words());
            }
        }
    }
}
