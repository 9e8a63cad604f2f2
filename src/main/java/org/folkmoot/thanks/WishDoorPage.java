package org.folkmoot.thanks;

import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where somebody says that they want neither thanks nor gifts, or that they do again. Looking
/// changes nothing: some mail programs open every link.
@Controller
@RequestMapping("/p/{slug}/thanks/{signed}")
class WishDoorPage {

    private final PublicDoor door;
    private final SignedLinks links;
    private final Wishes wishes;
    private final Names names;
    private final Phrasebook phrases;
    private final Html html;

    WishDoorPage(
            PublicDoor door,
            SignedLinks links,
            Wishes wishes,
            Names names,
            Phrasebook phrases,
            Html html) {
        this.door = door;
        this.links = links;
        this.wishes = wishes;
        this.names = names;
        this.phrases = phrases;
        this.html = html;
    }

    /// @param none whether she wants neither at present
    record Wishing(PublicPage page, Words words, String path, boolean none) {}

    @GetMapping
    View ask(HttpServletRequest request, @PathVariable String slug, @PathVariable String signed)
            throws Exception {
        return door.in(slug, here -> page(request, here, signed));
    }

    @PostMapping
    View say(
            HttpServletRequest request,
            @PathVariable String slug,
            @PathVariable String signed,
            @RequestParam String wish)
            throws Exception {
        return door.in(
                slug,
                here -> {
                    var member = member(signed);
                    if (wish.equals("none")) {
                        wishes.noneByLink(member);
                    } else {
                        wishes.gladly(member, Gifts.THEMSELVES);
                    }
                    return page(request, here, signed);
                });
    }

    private long member(String signed) {
        return names.present(
                links.read(Drafts.PURPOSE, signed)
                        .map(Long::parseLong)
                        .orElseThrow(() -> new Refusal.NotFound("This page")));
    }

    private View page(HttpServletRequest request, Door here, String signed) {
        var words = phrases.of(request);
        var none = wishes.of(member(signed)).isPresent();
        return html.render(
                "thanks/wishdoor",
                new Wishing(
                        PublicPages.page(
                                request,
                                words,
                                here.name(),
                                words.of(none ? "thanks.none.title" : "thanks.wish.title"),
                                words.of(
                                        none ? "thanks.none.lede" : "thanks.wish.lede",
                                        here.name())),
                        words,
                        "/p/%s/thanks/%s".formatted(here.slug(), signed),
                        none));
    }
}
