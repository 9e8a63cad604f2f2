package org.folkmoot.members;

import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The people, for programs: the same filters and orders as the list on screen.
@RestController
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/api/v1/communities/{slug}/members")
class MembersApi {

    private static final int MOST = 500;

    private final People people;
    private final Criteria criteria;
    private final MemberRecords records;
    private final List<Onlooker> onlookers;

    MembersApi(People people, Criteria criteria, MemberRecords records, List<Onlooker> onlookers) {
        this.people = people;
        this.criteria = criteria;
        this.records = records;
        this.onlookers = onlookers;
    }

    @GetMapping
    MemberRecords.Page list(
            Visitor visitor,
            @RequestParam MultiValueMap<String, String> params,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, MOST));
        }
        var query = PeopleQuery.of(params, criteria);
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        var page =
                records.page(
                        query,
                        people.search(query.q(), contacts),
                        cursor == null || cursor.isEmpty() ? null : Cursor.of(cursor),
                        limit,
                        contacts);
        onlookers.forEach(onlooker -> onlooker.sawMany(page.items().size()));
        return page;
    }

    @GetMapping("/{id}")
    MemberRecord one(Visitor visitor, @PathVariable long id) {
        var record = records.one(id, visitor.may(Permission.SEE_CONTACT_DATA));
        onlookers.forEach(onlooker -> onlooker.sawOne(record.id(), "api"));
        return record;
    }
}
