package org.folkmoot.members;

import java.time.Instant;
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

/// The segments, for programs: which there are, who is in them, and how many any conditions find.
@RestController
@Needs(Permission.SEE_PEOPLE)
@RequestMapping("/api/v1/communities/{slug}")
class SegmentsApi {

    private static final int MOST = 500;

    private final Segments segments;
    private final Criteria criteria;
    private final People people;
    private final MemberRecords records;

    SegmentsApi(Segments segments, Criteria criteria, People people, MemberRecords records) {
        this.segments = segments;
        this.criteria = criteria;
        this.people = people;
        this.records = records;
    }

    /// @param where its conditions as text; null if one of them is not there any more
    /// @param people how many were in it when they were compared last; null before that
    record Told(
            long id,
            String name,
            @Nullable String where,
            @Nullable Integer people,
            @Nullable Instant comparedAt,
            String by,
            Instant at) {}

    record All(List<Told> items) {}

    /// @param exact false: there are more
    record Counted(int people, boolean exact) {}

    @GetMapping("/segments")
    All list() {
        return new All(segments.all().stream().map(this::told).toList());
    }

    @GetMapping("/segments/{id}/members")
    MemberRecords.Page members(
            Visitor visitor,
            @PathVariable long id,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw new Refusal.Unusable(
                    "limit=%d will not do: ask for 1 to %d.".formatted(limit, MOST));
        }
        var query = segments.get(id).query(criteria);
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        return records.page(
                query,
                people.search(query.q(), contacts),
                cursor.isEmpty() ? null : Cursor.of(cursor),
                limit,
                contacts);
    }

    @GetMapping("/members/count")
    Counted count(Visitor visitor, @RequestParam MultiValueMap<String, String> params) {
        var query = PeopleQuery.of(params, criteria);
        var hits = people.search(query.q(), visitor.may(Permission.SEE_CONTACT_DATA));
        var count = people.count(query, hits);
        return new Counted(count.people(), count.exact());
    }

    private Told told(Segment s) {
        return new Told(s.id(), s.name(), text(s), s.people(), s.comparedAt(), s.by(), s.at());
    }

    private @Nullable String text(Segment segment) {
        try {
            return segment.query(criteria).whole().text();
        } catch (Refusal e) {
            return null;
        }
    }
}
