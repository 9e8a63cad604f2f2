package org.folkmoot.sources.leaving;

import java.util.Objects;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Erasing what a connection brought, for programs.
@RestController
@Needs(Permission.HANDLE_PRIVACY)
@RequestMapping(
        path = "/api/v1/communities/{slug}/sources/{id}/erasure",
        produces = MediaType.APPLICATION_JSON_VALUE)
class LeavingApi {

    private final Leaving leaving;
    private final LeavingRound round;

    LeavingApi(Leaving leaving, LeavingRound round) {
        this.leaving = leaving;
        this.round = round;
    }

    /// @param name of the connection, to show that it is meant
    record Body(@Nullable String name) {}

    @GetMapping
    Leave preview(@PathVariable long id) {
        return leaving.preview(id);
    }

    /// @param problem what is left to do at the platform; null for nothing
    record Begun(@Nullable String problem) {}

    /// It goes on in the background; until it is over the connection's state is `erasing`.
    @PostMapping
    @ResponseStatus(HttpStatus.ACCEPTED)
    Begun erase(@PathVariable long id, @RequestBody Body body) {
        var problem = leaving.begin(id, Objects.requireNonNullElse(body.name(), ""));
        round.begin();
        return new Begun(problem.orElse(null));
    }
}
