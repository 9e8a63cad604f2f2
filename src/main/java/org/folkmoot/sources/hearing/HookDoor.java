package org.folkmoot.sources.hearing;

import io.micrometer.core.instrument.Metrics;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.folkmoot.sources.Call;
import org.folkmoot.sources.Heard;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Signature;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;

/// The door at which platforms knock. Whoever cannot prove who they are learns nothing; what was
/// taken is stored before they hear that it was.
@Controller
class HookDoor {

    private static final Logger log = LoggerFactory.getLogger(HookDoor.class);
    private static final int LARGEST = 25 << 20;

    private final Callee callee;
    private final CallStore store;
    private final Clock clock;

    HookDoor(Callee callee, CallStore store, Clock clock) {
        this.callee = callee;
        this.store = store;
        this.clock = clock;
    }

    @RequestMapping(
            path = {"/hooks/{source:\\d{1,18}}", "/hooks/{source:\\d{1,18}}/{key}"},
            method = {RequestMethod.GET, RequestMethod.HEAD, RequestMethod.POST})
    void knock(
            @PathVariable long source,
            @PathVariable(required = false) @Nullable String key,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var found = callee.find(source);
        if (found.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        if (request.getMethod().equals("HEAD")) {
            return; // some look whether anybody is there before they begin
        }
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        var one = found.get();
        if (one.listening().keyed() && !rightKey(one, key)) {
            refuse(response, source, "its address has not the right key");
            return;
        }
        var known = one.connection().secret(one.listening().secret()).isPresent();
        if (!known && !one.listening().learns()) {
            refuse(response, source, "no secret is set for its calls");
            return;
        }
        var call = Call.of(request, key, body, one.hook());
        var heard = one.listening().hear(call, one.connection(), clock.instant());
        Metrics.counter("folkmoot.source.calls", "heard", heard.getClass().getSimpleName())
                .increment();
        switch (heard) {
            case Heard.Refuse(var why) -> refuse(response, source, why);
            case Heard.Answer answer -> answer(response, answer);
            case Heard.Learn learn -> {
                if (callee.learn(one, learn.secret())) {
                    answer(response, learn.answer());
                } else {
                    refuse(response, source, "its secret is known already");
                }
            }
            case Heard.Take(var delivery) ->
                    response.setStatus(
                            store.keep(one, delivery, call)
                                    ? HttpServletResponse.SC_OK
                                    : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        }
    }

    private static boolean rightKey(Callee.One one, @Nullable String key) {
        return one.connection()
                .secret(HookPath.KEY)
                .filter(right -> key != null && Signature.same(right, key))
                .isPresent();
    }

    private static void refuse(HttpServletResponse response, long source, String why) {
        log.debug("A call to source {} was refused: {}", source, why);
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
    }

    private static void answer(HttpServletResponse response, Heard.Answer answer)
            throws IOException {
        response.setStatus(answer.status());
        answer.headers().forEach(response::setHeader);
        if (!answer.type().isEmpty()) {
            response.setContentType(answer.type());
            response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
        }
    }
}
