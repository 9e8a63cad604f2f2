package org.folkmoot.privacy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Who is to be left alone, for programs; a person of the team decides it.
@RestController
@Needs(Permission.SEE_CONTACT_DATA)
@RequestMapping(
        path = "/api/v1/communities/{slug}/members/{id}/restraints",
        produces = MediaType.APPLICATION_JSON_VALUE)
class RestraintsApi {

    private final Restraints restraints;
    private final Subjects subjects;

    RestraintsApi(Restraints restraints, Subjects subjects) {
        this.restraints = restraints;
        this.subjects = subjects;
    }

    /// @param lifted left out while it holds
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Told(
            long id,
            String kind,
            LocalDate since,
            String reason,
            String by,
            Instant at,
            @Nullable Instant lifted) {}

    record All(List<Told> items) {}

    @GetMapping
    All of(@PathVariable long id) {
        return new All(
                restraints.of(subjects.get(id)).stream()
                        .map(
                                r ->
                                        new Told(
                                                r.id(),
                                                r.kind().key(),
                                                r.since(),
                                                r.reason(),
                                                r.by(),
                                                r.at(),
                                                r.lifted()))
                        .toList());
    }
}
