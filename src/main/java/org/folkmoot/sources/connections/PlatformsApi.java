package org.folkmoot.sources.connections;

import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.sources.Platforms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What can be connected, and what each platform wants to be told, for programs.
@RestController
@Needs(Permission.IMPORT)
@RequestMapping(
        path = "/api/v1/communities/{slug}/platforms",
        produces = MediaType.APPLICATION_JSON_VALUE)
class PlatformsApi {

    private final Platforms platforms;

    PlatformsApi(Platforms platforms) {
        this.platforms = platforms;
    }

    /// All of them, by their titles.
    record Page(List<PlatformTold> items, @Nullable String next) {}

    @GetMapping
    Page list() {
        return new Page(platforms.all().stream().map(PlatformTold::of).toList(), null);
    }
}
