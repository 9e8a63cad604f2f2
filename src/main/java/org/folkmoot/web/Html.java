package org.folkmoot.web;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;

/// Turns a template's name and one typed view record into a page.
@Component
public class Html {

    private final TemplateEngine templates;

    Html(TemplateEngine templates) {
        this.templates = templates;
    }

    /// The page as a view for a handler to return.
    ///
    /// @param template `people/list` for src/main/jte/people/list.jte
    /// @param it what the template shows; its parameter's type
    public View render(String template, Object it) {
        return (_, _, response) -> {
            var page = new Utf8ByteOutput();
            templates.render(template + ".jte", Objects.requireNonNull(it), page);
            send(response, page);
        };
    }

    /// Writes a page at once, where no handler returns a view; for templates with several
    /// parameters.
    public void write(HttpServletResponse response, String template, Map<String, Object> params)
            throws IOException {
        var page = new Utf8ByteOutput();
        templates.render(template + ".jte", params, page);
        send(response, page);
    }

    private static void send(HttpServletResponse response, Utf8ByteOutput page) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setContentLength(page.getContentLength());
        page.writeTo(response.getOutputStream());
    }
}
