package org.folkmoot.thanks;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.folkmoot.access.Door;
import org.folkmoot.access.PublicDoor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Html;
import org.folkmoot.web.Phrasebook;
import org.folkmoot.web.PublicPage;
import org.folkmoot.web.PublicPages;
import org.folkmoot.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// Where somebody says where to send a gift, or that they would rather not have it.
@Controller
@RequestMapping("/p/{slug}/gift/{signed}")
class GiftDoorPage {

    private final PublicDoor door;
    private final GiftLinks links;
    private final Gifts gifts;
    private final Addresses addresses;
    private final Phrasebook phrases;
    private final Html html;
    private final TransactionTemplate transaction;

    GiftDoorPage(
            PublicDoor door,
            GiftLinks links,
            Gifts gifts,
            Addresses addresses,
            Phrasebook phrases,
            Html html,
            PlatformTransactionManager transactions) {
        this.door = door;
        this.links = links;
        this.gifts = gifts;
        this.addresses = addresses;
        this.phrases = phrases;
        this.html = html;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param done what was just said; empty while it is asked
    record Asking(
            PublicPage page,
            Words words,
            String path,
            Address address,
            Map<String, String> wrong,
            String done) {

        String error(String field) {
            return wrong.getOrDefault(field, "");
        }
    }

    @GetMapping
    View ask(HttpServletRequest request, @PathVariable String slug, @PathVariable String signed)
            throws Exception {
        return door.in(
                slug,
                here -> {
                    var gift = links.open(signed).orElse(null);
                    return gift == null
                            ? over(request, here)
                            : asking(request, here, gift, signed, Address.EMPTY, Map.of());
                });
    }

    @PostMapping
    View answer(
            HttpServletRequest request,
            HttpServletResponse response,
            @PathVariable String slug,
            @PathVariable String signed,
            @RequestParam(defaultValue = "give") String answer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String street,
            @RequestParam(defaultValue = "") String postcode,
            @RequestParam(defaultValue = "") String city,
            @RequestParam(defaultValue = "") String country)
            throws Exception {
        return door.in(
                slug,
                here -> {
                    var gift = links.open(signed).orElse(null);
                    if (gift == null) {
                        return over(request, here);
                    }
                    var declines = answer.equals("decline");
                    var address = new Address(name, street, postcode, city, country);
                    var wrong =
                            declines
                                    ? Map.<String, String>of()
                                    : address.objections(phrases.of(request));
                    if (!wrong.isEmpty()) {
                        response.setStatus(422);
                        return asking(request, here, gift, signed, address, wrong);
                    }
                    return keep(gift, declines ? null : address)
                            ? done(request, here, declines ? "declined" : "given")
                            : over(request, here);
                });
    }

    /// False when somebody was quicker: the link was used in another window.
    private boolean keep(Gift gift, @Nullable Address address) {
        try {
            transaction.executeWithoutResult(
                    _ -> {
                        var to = address == null ? Gift.State.DECLINED : Gift.State.ADDRESS;
                        gifts.move(gift.id(), gift.now().n(), to, "", Gifts.THEMSELVES);
                        if (address != null) {
                            addresses.keep(gift.id(), address);
                        }
                    });
            return true;
        } catch (Refusal.OutOfDate e) {
            return false;
        }
    }

    private View asking(
            HttpServletRequest request,
            Door here,
            Gift gift,
            String signed,
            Address address,
            Map<String, String> wrong) {
        var words = phrases.of(request);
        return html.render(
                "thanks/giftdoor",
                new Asking(
                        PublicPages.page(
                                request,
                                words,
                                here.name(),
                                words.of("gift.title"),
                                words.of("gift.lede", here.name(), gift.what())),
                        words,
                        "/p/%s/gift/%s".formatted(here.slug(), signed),
                        address,
                        wrong,
                        ""));
    }

    private View over(HttpServletRequest request, Door here) {
        return done(request, here, "over");
    }

    private View done(HttpServletRequest request, Door here, String what) {
        var words = phrases.of(request);
        return html.render(
                "thanks/giftdoor",
                new Asking(
                        PublicPages.page(
                                request,
                                words,
                                here.name(),
                                words.of("gift." + what + ".title"),
                                ""),
                        words,
                        "",
                        Address.EMPTY,
                        Map.of(),
                        words.of("gift." + what, Addresses.KEPT_DAYS)));
    }
}
