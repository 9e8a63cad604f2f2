package org.folkmoot.identity;

import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Whose an account is, for programs: parted, given to somebody else, or all of a person's parted.
@RestController
@Needs(Permission.EDIT_PEOPLE)
@RequestMapping(path = "/api/v1/communities/{slug}", produces = MediaType.APPLICATION_JSON_VALUE)
class PartingApi {

    private final Merging merging;
    private final Telling telling;

    PartingApi(Merging merging, Telling telling) {
        this.merging = merging;
        this.telling = telling;
    }

    /// @param other an account of the one it is to belong to
    record To(long other) {}

    /// Makes an account a person of its own.
    @DeleteMapping("/identities/{identity}/merge")
    MergesApi.Batch part(@PathVariable long identity) {
        return new MergesApi.Batch(merging.part(identity).batch());
    }

    /// Gives an account to somebody else.
    @PutMapping("/identities/{identity}/merge")
    MergesApi.Batch give(@PathVariable long identity, @RequestBody To to) {
        return new MergesApi.Batch(merging.move(identity, to.other()).batch());
    }

    /// Makes each account of somebody a person of its own.
    @DeleteMapping("/members/{id}/merges")
    MergesApi.Batch partAll(@PathVariable long id) {
        return new MergesApi.Batch(merging.partAll(telling.identities(id)).batch());
    }
}
