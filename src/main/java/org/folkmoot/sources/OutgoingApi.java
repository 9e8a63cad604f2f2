package org.folkmoot.sources;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is said on platforms, for programs.
@RestController
@Needs(Permission.SPEAK)
@RequestMapping(
        path = "/api/v1/communities/{slug}/sources/{id}/outgoing",
        produces = MediaType.APPLICATION_JSON_VALUE)
class OutgoingApi {

    private static final int MOST = 200;

    private final Outbox outbox;
    private final Sources sources;
    private final Speaking speaking;

    OutgoingApi(Outbox outbox, Sources sources, Speaking speaking) {
        this.outbox = outbox;
        this.sources = sources;
        this.speaking = speaking;
    }

    /// @param what `post`, `reply`, `delete`..., see [Act.What]
    /// @param at not before then
    record Body(
            @Nullable String what,
            @Nullable String target,
            @Nullable String title,
            @Nullable String text,
            @Nullable Map<String, String> more,
            @Nullable Instant at) {

        Said said() {
            return new Said(of(or(what)), or(target), or(title), or(text), Said.orNone(more), at);
        }

        private static String or(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }

        private static Act.What of(String key) {
            try {
                return Act.What.valueOf(key.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new Refusal.Unusable(
                        "Say what: one of %s."
                                .formatted(
                                        Arrays.stream(Act.What.values())
                                                .map(Act.What::key)
                                                .collect(Collectors.joining(", "))));
            }
        }
    }

    record One(
            long id,
            String what,
            String target,
            String state,
            String by,
            Instant createdAt,
            Instant goAt,
            @Nullable String externalId,
            @Nullable String url,
            @Nullable String problem) {

        static One of(Outgoing o) {
            return new One(
                    o.id(),
                    o.what().key(),
                    o.target(),
                    o.state().key(),
                    o.by(),
                    o.createdAt(),
                    o.goAt(),
                    o.externalId(),
                    o.url(),
                    o.problem());
        }
    }

    record Page(List<One> items, @Nullable String next) {}

    @GetMapping
    Page list(@PathVariable long id) {
        return new Page(outbox.of(sources.get(id).id(), MOST).stream().map(One::of).toList(), null);
    }

    /// It waits for ten seconds in which it can be taken back.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    One say(@PathVariable long id, @RequestBody Body body) {
        var said = body.said();
        said.what().allow(Visitor.here());
        return One.of(speaking.say(id, said));
    }

    @GetMapping("/{outgoing}")
    One one(@PathVariable long id, @PathVariable long outgoing) {
        return One.of(outbox.get(id, outgoing));
    }

    @DeleteMapping("/{outgoing}")
    One takeBack(@PathVariable long id, @PathVariable long outgoing) {
        speaking.takeBack(id, outgoing);
        return one(id, outgoing);
    }

    /// What may have arrived is looked for first.
    @PostMapping("/{outgoing}/trial")
    One again(@PathVariable long id, @PathVariable long outgoing) {
        return One.of(speaking.again(id, outgoing));
    }
}
