package org.folkmoot.web;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/// What programs can ask, drawn from static/api/openapi.yaml, which is written by hand.
@Controller
class ApiDocsPage {

    private final Html html;
    private final Phrasebook phrases;

    ApiDocsPage(Html html, Phrasebook phrases) {
        this.html = html;
        this.phrases = phrases;
    }

    @GetMapping("/api/docs")
    View show(HttpServletRequest request) {
        var words = phrases.of(request);
        return html.render(
                "web/apidocs",
                PublicPage.quiet(
                        words.of("api.title"),
                        words.of("api.lede"),
                        "Folkmoot",
                        1,
                        words.of("skip"),
                        words.locale()));
    }
}
