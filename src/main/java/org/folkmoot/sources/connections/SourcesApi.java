package org.folkmoot.sources.connections;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.sources.HookPath;
import org.folkmoot.sources.Joining;
import org.folkmoot.sources.Offering;
import org.folkmoot.sources.Source;
import org.folkmoot.sources.Sources;
import org.folkmoot.sources.hearing.Arranging;
import org.folkmoot.sources.hearing.Removing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Live connections for programs.
@RestController
@Needs(Permission.IMPORT)
@RequestMapping(
        path = "/api/v1/communities/{slug}/sources",
        produces = MediaType.APPLICATION_JSON_VALUE)
class SourcesApi {

    private final Sources sources;
    private final Joining joining;
    private final HookPath hooks;
    private final Arranging arranging;
    private final Removing removing;
    private final Offers offers;

    SourcesApi(
            Sources sources,
            Joining joining,
            HookPath hooks,
            Arranging arranging,
            Removing removing,
            Offers offers) {
        this.sources = sources;
        this.joining = joining;
        this.hooks = hooks;
        this.arranging = arranging;
        this.removing = removing;
        this.offers = offers;
    }

    /// All of them: a community has few.
    record Page(List<SourceTold> items, @Nullable String next) {}

    /// @param settings those that are not named keep their usual values
    record Body(
            @Nullable String platform,
            @Nullable String name,
            @Nullable Map<String, String> settings,
            @Nullable Map<String, String> secrets) {

        Map<String, String> chosen() {
            return Objects.requireNonNullElse(settings, Map.of());
        }

        Map<String, String> secret() {
            return Objects.requireNonNullElse(secrets, Map.of());
        }
    }

    record Seen(String seen) {}

    /// @param until null when it never ends
    record Called(@Nullable Instant until) {}

    @GetMapping
    Page list() {
        return new Page(sources.all().stream().map(this::told).toList(), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    SourceTold add(@RequestBody Body body) {
        return told(
                joining.add(
                        Objects.requireNonNullElse(body.platform(), ""),
                        Objects.requireNonNullElse(body.name(), ""),
                        body.chosen(),
                        body.secret()));
    }

    @GetMapping("/{id}")
    SourceTold one(@PathVariable long id) {
        return told(sources.get(id));
    }

    @PutMapping("/{id}")
    SourceTold change(@PathVariable long id, @RequestBody Body body) {
        joining.change(id, body.chosen(), body.secret());
        return one(id);
    }

    /// @param problem what is left to do at the platform
    record Removed(String problem) {}

    @DeleteMapping("/{id}")
    ResponseEntity<Removed> remove(@PathVariable long id) {
        return removing.remove(id)
                .map(why -> ResponseEntity.ok(new Removed(why)))
                .orElse(ResponseEntity.noContent().build());
    }

    private SourceTold told(Source source) {
        return SourceTold.of(source, hooks.of(source));
    }

    /// Reads one real thing there.
    @PostMapping("/{id}/trial")
    Seen look(@PathVariable long id) {
        return new Seen(joining.look(id));
    }

    record Offered(List<Offering.Offer> items, @Nullable String next) {}

    /// What a setting may name, asked of the platform now.
    @GetMapping("/{id}/offers/{setting}")
    Offered offers(@PathVariable long id, @PathVariable String setting) {
        return new Offered(offers.of(id, setting), null);
    }

    /// Asks the platform to call this installation.
    @PostMapping("/{id}/calls")
    Called listen(@PathVariable long id) {
        var until = arranging.arrange(id);
        return new Called(until.equals(Instant.MAX) ? null : until);
    }

    @PutMapping("/{id}/pause")
    SourceTold pause(@PathVariable long id) {
        joining.pause(id);
        return one(id);
    }

    /// Asks it at once, also one that was broken.
    @DeleteMapping("/{id}/pause")
    SourceTold resume(@PathVariable long id) {
        joining.resume(id);
        return one(id);
    }
}
