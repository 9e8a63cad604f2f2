package org.folkmoot.sources.roles;

import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Who is a bot and who is of the team, for programs.
@RestController
@Needs(Permission.IMPORT)
@RequestMapping(
        path = "/api/v1/communities/{slug}/sources/{id}/roles",
        produces = MediaType.APPLICATION_JSON_VALUE)
class RolesApi {

    private final Roles roles;

    RolesApi(Roles roles) {
        this.roles = roles;
    }

    @GetMapping
    RoleRules rules(@PathVariable long id) {
        return roles.of(id);
    }

    /// In place of all that was said before.
    @PutMapping
    RoleEffect keep(@PathVariable long id, @RequestBody JsonNode body) {
        return roles.keep(id, RoleRules.of(body));
    }

    /// Changes nothing.
    @PostMapping("/effect")
    RoleEffect effect(@PathVariable long id, @RequestBody JsonNode body) {
        return roles.effect(id, RoleRules.of(body));
    }
}
