package org.folkmoot.sources.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.sources.Act;
import org.folkmoot.sources.Sources;
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
            return new Said(
                    Act.What.of(or(what)), or(target), or(title), or(text), Said.orNone(more), at);
        }

        private static String or(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }
    }

    record Page(List<OutgoingTold> items, @Nullable String next) {}

    @GetMapping
    Page list(@PathVariable long id) {
        return new Page(
                outbox.of(sources.get(id).id(), MOST).stream().map(OutgoingTold::of).toList(),
                null);
    }

    /// It waits for ten seconds in which it can be taken back.
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OutgoingTold say(@PathVariable long id, @RequestBody Body body) {
        var said = body.said();
        said.what().allow(Visitor.here());
        return OutgoingTold.of(speaking.say(id, said));
    }

    @GetMapping("/{outgoing}")
    OutgoingTold one(@PathVariable long id, @PathVariable long outgoing) {
        return OutgoingTold.of(outbox.get(id, outgoing));
    }

    @DeleteMapping("/{outgoing}")
    OutgoingTold takeBack(@PathVariable long id, @PathVariable long outgoing) {
        speaking.takeBack(id, outgoing);
        return one(id, outgoing);
    }

    /// What may have arrived is looked for first.
    @PostMapping("/{outgoing}/trial")
    OutgoingTold again(@PathVariable long id, @PathVariable long outgoing) {
        return OutgoingTold.of(speaking.again(id, outgoing));
    }
}
