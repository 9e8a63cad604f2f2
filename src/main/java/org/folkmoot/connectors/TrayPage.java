package org.folkmoot.connectors;

import jakarta.servlet.http.HttpServletResponse;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// The stream behind the tray of every page: long work as it goes on, wherever it runs.
@Controller
class TrayPage {

    private final TrayNews news;

    TrayPage(TrayNews news) {
        this.news = news;
    }

    /// Everybody's pages have a tray; who may not import sees it empty.
    @GetMapping(path = "/c/{slug}/tray", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Needs(Permission.SEE_NUMBERS)
    SseEmitter stream(Visitor visitor, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        return news.open(visitor);
    }
}
