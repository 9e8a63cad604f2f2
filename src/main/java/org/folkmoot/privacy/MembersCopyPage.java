package org.folkmoot.privacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import org.folkmoot.access.PublicDoor;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Where somebody takes the copy of her data that the team sent her a link to: once.
@Controller
@RequestMapping("/p/{slug}/privacy/copy/{link}")
class MembersCopyPage {

    private final PublicDoor doors;
    private final Downloads downloads;
    private final Requests requests;
    private final Copies copies;
    private final Phrasebook phrases;
    private final Html html;

    MembersCopyPage(
            PublicDoor doors,
            Downloads downloads,
            Requests requests,
            Copies copies,
            Phrasebook phrases,
            Html html) {
        this.doors = doors;
        this.downloads = downloads;
        this.requests = requests;
        this.copies = copies;
        this.phrases = phrases;
        this.html = html;
    }

    @GetMapping
    View look(HttpServletRequest request, @PathVariable String slug, @PathVariable String link)
            throws Exception {
        return doors.in(
                slug,
                door ->
                        page(
                                request,
                                door.name(),
                                downloads.good(link) ? "privacy.copy" : "privacy.old",
                                downloads.good(link)));
    }

    @PostMapping
    @Nullable View take(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String slug,
            @PathVariable String link)
            throws Exception {
        return doors.<Optional<View>>in(
                        slug,
                        door -> {
                            var opened = downloads.open(link);
                            if (opened.isEmpty()) {
                                response.setStatus(HttpStatus.GONE.value());
                                return Optional.of(
                                        page(request, door.name(), "privacy.old", false));
                            }
                            var asked = requests.get(opened.get());
                            var member = Objects.requireNonNull(asked.putOn());
                            requests.step(asked.id(), "copy taken", "", MembersPage.MEMBER);
                            CopyDoor.send(response, member, copies);
                            return Optional.empty();
                        })
                .orElse(null);
    }

    private View page(HttpServletRequest request, String community, String words, boolean opens) {
        var said = phrases.of(request);
        return html.render(
                "privacy/told",
                new MembersPage.Told(
                        PublicPages.page(request, said, community, said.of(words + ".title"), ""),
                        said.of(words + ".text"),
                        opens ? request.getRequestURI() : "",
                        opens ? said.of("privacy.copy.button") : ""));
    }
}
