package org.folkmoot.members;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A list of people that was given a name: what it asks for is kept; who is in it follows from
/// that.
///
/// @param address of its query, as lists of people have it
/// @param people how many were in it when they were compared last; null: not yet
record Segment(
        long id,
        String name,
        String address,
        String by,
        Instant at,
        @Nullable Integer people,
        @Nullable Instant comparedAt) {

    /// @throws org.folkmoot.kernel.Refusal.Unusable if a condition of it is not there any more
    PeopleQuery query(Criteria criteria) {
        return PeopleQuery.of(address, criteria);
    }

    /// The names of the segments that a query refers to.
    static List<String> named(PeopleQuery query) {
        return query.where()
                .uses()
                .filter(u -> u.key().equals(SegmentCriterion.KEY))
                .map(u -> u.text("is"))
                .distinct()
                .toList();
    }

    /// The same query, with another name for one of them.
    static PeopleQuery renamed(PeopleQuery query, String from, String to) {
        return new PeopleQuery(
                query.q(),
                query.where()
                        .with(
                                u ->
                                        u.key().equals(SegmentCriterion.KEY)
                                                        && u.text("is").equals(from)
                                                ? Use.of(u.key(), "is", Criterion.Shape.TEXT, to)
                                                : u),
                query.sort());
    }
}
