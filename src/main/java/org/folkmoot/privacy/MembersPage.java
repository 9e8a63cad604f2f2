package org.folkmoot.privacy;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.folkmoot.access.Door;
import org.folkmoot.access.PublicDoor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.privacy.Request.State;
import org.folkmoot.privacy.Request.Wants;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPage;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What members read about their data, and where they ask. The answer is the same whether we know
/// them or not; nobody is looked up before the team does.
@Controller
@RequestMapping("/p/{slug}/privacy")
class MembersPage {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int ONE_A_DAY = 3;
    private static final int ALL_A_DAY = 200;

    /// Who acts, as the trail has it.
    static final String MEMBER = "a member";

    private final PublicDoor doors;
    private final Register register;
    private final Requests requests;
    private final Replies replies;
    private final Phrasebook phrases;
    private final Html html;

    MembersPage(
            PublicDoor doors,
            Register register,
            Requests requests,
            Replies replies,
            Phrasebook phrases,
            Html html) {
        this.doors = doors;
        this.register = register;
        this.requests = requests;
        this.replies = replies;
        this.phrases = phrases;
        this.html = html;
    }

    /// @param mails whether she can ask here; else she is told whom to write to
    record Public(
            PublicPage page,
            Words words,
            String path,
            List<Purpose> purposes,
            Register.@Nullable Contact contact,
            boolean mails,
            String address,
            String said,
            String wrong) {

        String basis(Purpose purpose) {
            var basis = purpose.basis();
            return basis == null ? "" : words.of("privacy.basis." + basis.key());
        }

        List<Wants> choices() {
            return List.of(Wants.values());
        }
    }

    /// A few words after a step, maybe with a button that goes on.
    ///
    /// @param action where the button leads; empty for none
    record Told(PublicPage page, String text, String action, String button) {}

    @GetMapping
    View show(HttpServletRequest request, @PathVariable String slug) throws Exception {
        return doors.in(slug, door -> page(request, door, "", "", ""));
    }

    private View page(
            HttpServletRequest request, Door door, String address, String said, String wrong) {
        var words = phrases.of(request);
        return html.render(
                "privacy/members",
                new Public(
                        PublicPages.page(
                                request,
                                words,
                                door.name(),
                                words.of("privacy.title"),
                                words.of("privacy.lede", door.name())),
                        words,
                        "/p/" + door.slug() + "/privacy",
                        register.all().stream().filter(p -> p.basis() != null).toList(),
                        register.contact().orElse(null),
                        replies.open(),
                        address,
                        said,
                        wrong));
    }

    @PostMapping
    View ask(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String wants,
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String text)
            throws Exception {
        return doors.in(
                slug,
                door -> {
                    var words = phrases.of(request);
                    if (!replies.open()) {
                        throw new Refusal.NotFound("This form");
                    }
                    try {
                        var chosen = Wants.of(wants);
                        var address = Request.address(email);
                        var lately = requests.lately(address, DAY);
                        if (lately[1] >= ALL_A_DAY) {
                            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
                            return page(request, door, email, text, words.of("privacy.tooMany"));
                        }
                        if (lately[0] < ONE_A_DAY) {
                            replies.askForProof(
                                    requests.add(
                                            chosen,
                                            address,
                                            Request.words(text),
                                            words.locale(),
                                            State.RECEIVED,
                                            MEMBER));
                        }
                        return told(
                                request,
                                door,
                                words.of("privacy.sent.title"),
                                words.of("privacy.sent.text", address));
                    } catch (Refusal.Unusable e) {
                        response.setStatus(422);
                        return page(request, door, email, text, words.of("privacy.wrong"));
                    }
                });
    }

    private View told(HttpServletRequest request, Door door, String title, String text) {
        var words = phrases.of(request);
        return html.render(
                "privacy/told",
                new Told(PublicPages.page(request, words, door.name(), title, ""), text, "", ""));
    }
}
