package org.folkmoot.sources.connections;

import java.util.Map;
import java.util.Objects;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// What there is to choose from before anything is connected, for programs.
@RestController
@Needs(Permission.IMPORT)
@RequestMapping(
        path = "/api/v1/communities/{slug}/platforms/{platform}/offers",
        produces = MediaType.APPLICATION_JSON_VALUE)
class PlatformOffersApi {

    private final Offers offers;

    PlatformOffersApi(Offers offers) {
        this.offers = offers;
    }

    /// As a connection would be given them; nothing of it is kept.
    record Body(@Nullable Map<String, String> settings, @Nullable Map<String, String> secrets) {

        private static Map<String, String> given(@Nullable Map<String, String> fields) {
            return Objects.requireNonNullElse(fields, Map.of());
        }
    }

    @PostMapping("/{setting}")
    SourcesApi.Offered offers(
            @PathVariable String platform, @PathVariable String setting, @RequestBody Body body) {
        return new SourcesApi.Offered(
                offers.before(
                        platform, setting, Body.given(body.settings()), Body.given(body.secrets())),
                null);
    }
}
