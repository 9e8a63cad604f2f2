package org.folkmoot.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Flash;
import org.folkmoot.web.Html;
import org.folkmoot.web.When;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.springframework.web.servlet.view.RedirectView;

/// The keys with which programs read this community or bring data in.
@Controller
@Needs(Permission.MANAGE_TOKENS)
@RequestMapping("/c/{slug}/tokens")
class TokensPage {

    private static final String MADE = "token";

    private final Tokens tokens;
    private final Frames frames;
    private final Html html;
    private final Clock clock;

    TokensPage(Tokens tokens, Frames frames, Html html, Clock clock) {
        this.tokens = tokens;
        this.frames = frames;
        this.html = html;
        this.clock = clock;
    }

    /// @param made the token just made, to be copied now; empty for none
    record Keys(Desk desk, When when, List<Token> tokens, String made, String name, String error) {

        String path(String below) {
            return desk.home() + "/tokens" + below;
        }
    }

    @GetMapping
    View page(Visitor visitor, HttpServletRequest request) {
        var before = RequestContextUtils.getInputFlashMap(request);
        var made = before == null ? "" : Objects.requireNonNullElse(before.get(MADE), "");
        return view(visitor, made.toString(), "", "");
    }

    @PostMapping
    View create(
            Visitor visitor,
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam String name,
            @RequestParam String scope) {
        var to = Scope.of(scope).orElseThrow(() -> new Refusal.Unusable("There is no such scope."));
        try {
            RequestContextUtils.getOutputFlashMap(request).put(MADE, tokens.create(name, to));
        } catch (Refusal.Unusable e) {
            response.setStatus(422);
            return view(visitor, "", name, String.valueOf(e.getMessage()));
        }
        return new RedirectView("/c/" + visitor.community().slug() + "/tokens");
    }

    @PostMapping("/{id}/revocation")
    View revoke(Visitor visitor, @PathVariable long id) {
        tokens.revoke(id);
        frames.say(Flash.good("The token is revoked; it no longer opens anything."));
        return new RedirectView("/c/" + visitor.community().slug() + "/tokens");
    }

    private View view(Visitor visitor, String made, String name, String error) {
        return html.render(
                "access/tokens",
                new Keys(
                        frames.desk(
                                "API tokens",
                                "With a token a program reads this community, or brings data in."),
                        new When(clock.instant(), visitor.locale(), visitor.zone()),
                        tokens.all(),
                        made,
                        name,
                        error));
    }
}
