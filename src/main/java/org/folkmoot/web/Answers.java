package org.folkmoot.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Puts what went wrong into words: a page for people, problem JSON (RFC 9457) under `/api`.
/// Never an exception's message, except a refusal's, which is written for people.
@Component
public class Answers {

    private final Html html;
    private final Phrasebook phrases;

    Answers(Html html, Phrasebook phrases) {
        this.html = html;
        this.phrases = phrases;
    }

    public void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal)
            throws IOException {
        write(request, response, statusOf(refusal), refusal.getMessage());
    }

    /// Answers in the words the catalogue has for that status.
    public void fail(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        write(request, response, status, null);
    }

    static HttpStatus statusOf(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound _ -> HttpStatus.NOT_FOUND;
            case Refusal.NotAllowed _ -> HttpStatus.FORBIDDEN;
            case Refusal.OutOfDate _ -> HttpStatus.CONFLICT;
            case Refusal.Unusable _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }

    private void write(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            @Nullable String happened)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(status.value());
        var words = phrases.of(request);
        var kind = kind(status);
        var said = happened != null ? happened : words.of("error." + kind + ".happened");
        var reference = status.is5xxServerError() ? RequestId.current() : null;
        if (path(request).startsWith("/api/")) {
            json(response, status, words.of("error." + kind + ".title"), said, reference);
            return;
        }
        var mishap =
                new Mishap(
                        said,
                        words.of("error." + kind + ".safe"),
                        words.of("error." + kind + ".next"),
                        reference,
                        "/",
                        words.of("error.back"),
                        kept(request, status, words));
        var page =
                new PublicPage(
                        words.of("error." + kind + ".title"),
                        "",
                        "Folkmoot",
                        1,
                        words.of("skip"),
                        null,
                        words.locale());
        html.write(response, "web/error", java.util.Map.of("page", page, "mishap", mishap));
    }

    /// What somebody wrote into a form of ours that was open too long, so that it is not lost. A
    /// form of another site gets nothing back.
    private static Mishap.@Nullable Kept kept(
            HttpServletRequest request, HttpStatus status, Words words) {
        if (status != HttpStatus.FORBIDDEN
                || !"same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                || !MediaType.APPLICATION_FORM_URLENCODED_VALUE.equals(request.getContentType())) {
            return null;
        }
        var text = request.getParameter("text");
        return text == null || text.isBlank()
                ? null
                : new Mishap.Kept(words.of("error.kept"), text);
    }

    private static void json(
            HttpServletResponse response,
            HttpStatus status,
            String title,
            String detail,
            @Nullable String reference)
            throws IOException {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status.value());
        problem.put("detail", detail);
        if (reference != null) {
            problem.put("instance", "urn:folkmoot:request:" + reference);
        }
        var body = JsonMapper.shared().writeValueAsBytes(problem);
        response.setContentType("application/problem+json");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "missing";
            case UNAUTHORIZED -> "unknown";
            case FORBIDDEN -> "forbidden";
            case CONFLICT -> "conflict";
            case TOO_MANY_REQUESTS -> "slower";
            default -> status.is5xxServerError() ? "ours" : "unusable";
        };
    }

    /// The path first asked for, also while an error is being dispatched.
    private static String path(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.error.request_uri") instanceof String first
                ? first
                : request.getRequestURI();
    }
}
