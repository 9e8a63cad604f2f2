package org.folkmoot.sources.gitlab;

import java.net.URI;
import java.util.Map;
import org.folkmoot.sources.Ask;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.Reply;
import org.folkmoot.sources.Stop;

/// GitLab's addresses, of gitlab.com or of a company's own.
record GitLabApi(Line line) {

    static final String PAGE = "100";

    private URI base() {
        return line.connection().address("base-url");
    }

    /// As people know it, without the port of a test.
    String host() {
        var told = line.connection().setting("host");
        return told.isEmpty() ? String.valueOf(base().getHost()) : told;
    }

    Ask get(String path) {
        return signed(Ask.get(base(), path));
    }

    Ask send(String method, String path, Map<String, ?> body) {
        return signed(Ask.of(method, base(), path)).json(body);
    }

    Ask delete(String path) {
        return signed(Ask.of("DELETE", base(), path));
    }

    private Ask signed(Ask ask) {
        return ask.with("PRIVATE-TOKEN", line.connection().token("token"));
    }

    /// What may be gone, or hidden from us; not what the token is too weak for.
    Reply perhaps(Ask ask) {
        var reply = line.ask(ask.allowing(403, 404));
        if (reply.status() == 403 && reply.text().contains("insufficient_scope")) {
            throw new Stop(
                    new Pull.SignInAgain(
                            "GitLab does not allow this (403): the token lacks a scope. Make one with read_api."));
        }
        return reply;
    }

    /// The number of the page after a reply; empty at the end, also where a page leads to itself.
    static String next(Reply reply, String before) {
        var told = reply.header("x-next-page").orElse("").strip();
        if (told.isEmpty()) {
            told =
                    reply.next()
                            .map(link -> link.replaceFirst("^.*[?&]page=(\\d+).*$", "$1"))
                            .orElse("");
        }
        return told.matches("\\d{1,9}") && !told.equals(before) ? told : "";
    }
}
