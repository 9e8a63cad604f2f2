package org.folkmoot.brief;

import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The same brief for programs: its numbers and names, without the sentences.
@RestController
@Needs(Permission.SEE_ACTIVITY)
class BriefApi {

    private final Briefs briefs;

    BriefApi(Briefs briefs) {
        this.briefs = briefs;
    }

    @GetMapping(
            path = "/api/v1/communities/{slug}/brief",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Brief tell(Visitor visitor, @RequestParam(defaultValue = "90") int window) {
        var brief = briefs.of(window);
        return visitor.may(Permission.SEE_CONTACT_DATA) ? brief : brief.withoutAddresses();
    }
}
