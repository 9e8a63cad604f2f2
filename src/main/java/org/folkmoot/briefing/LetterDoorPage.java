package org.folkmoot.briefing;

import jakarta.servlet.http.HttpServletRequest;
import org.folkmoot.access.Colleagues;
import org.folkmoot.access.Door;
import org.folkmoot.access.PublicDoor;
import org.folkmoot.access.SignedLinks;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPage;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;

/// Where the last link of a letter leads. Opening it changes nothing, since programs that look for
/// harm open every link; a POST ends the letters at once, without session or CSRF token, as mail
/// programs send it (RFC 8058).
@Controller
@RequestMapping("/p/{slug}/letters/{signed}")
class LetterDoorPage {

    private final LetterBook book;
    private final Colleagues colleagues;
    private final SignedLinks links;
    private final PublicDoor doors;
    private final Phrasebook phrases;
    private final Html html;

    LetterDoorPage(
            LetterBook book,
            Colleagues colleagues,
            SignedLinks links,
            PublicDoor doors,
            Phrasebook phrases,
            Html html) {
        this.book = book;
        this.colleagues = colleagues;
        this.links = links;
        this.doors = doors;
        this.phrases = phrases;
        this.html = html;
    }

    /// @param done whether it is over already
    record Sheet(PublicPage page, Words words, boolean done) {}

    @GetMapping
    View ask(HttpServletRequest request, @PathVariable String slug, @PathVariable String signed)
            throws Exception {
        return doors.in(slug, door -> sheet(request, door, reader(signed), false));
    }

    @PostMapping
    View end(HttpServletRequest request, @PathVariable String slug, @PathVariable String signed)
            throws Exception {
        return doors.in(
                slug,
                door -> {
                    long reader = reader(signed);
                    var now = book.of(reader);
                    if (now.any()) {
                        book.choose(new Letters(reader, false, null, now.hour(), now.silent()));
                    }
                    return sheet(request, door, reader, true);
                });
    }

    private long reader(String signed) {
        return links.read(Courier.END, signed)
                .map(Long::parseLong)
                .orElseThrow(() -> new Refusal.NotFound("This page"));
    }

    private View sheet(HttpServletRequest request, Door door, long reader, boolean done) {
        var words = phrases.of(request);
        var key = done ? "letters.ended" : "letters.end";
        var to = colleagues.addressee(reader).map(a -> masked(a.email())).orElse("…");
        return html.render(
                "briefing/ending",
                new Sheet(
                        PublicPages.page(
                                request,
                                words,
                                door.name(),
                                words.of(key + ".title", door.name()),
                                words.of(key + ".lede", to)),
                        words,
                        done));
    }

    /// `a…@engines.example`: whoever was forwarded the letter need not learn the address.
    private static String masked(String address) {
        return address.charAt(0) + "…" + address.substring(address.indexOf('@'));
    }
}
