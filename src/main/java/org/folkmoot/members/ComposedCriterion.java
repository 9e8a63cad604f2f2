package org.folkmoot.members;

import java.util.List;
import java.util.Locale;

/// A criterion put together from its parts.
///
/// @param direct whether the SQL is a condition on the row `members.member m` itself, as only this
///   module can write it; else it selects ids
record ComposedCriterion(
        String key,
        String label,
        List<Part> parts,
        Wording wording,
        Sql sql,
        boolean direct,
        boolean contacts)
        implements Criterion {

    /// A condition on the row of a member.
    static ComposedCriterion onMember(
            String key, String label, List<Part> parts, Wording words, Sql holds) {
        return new ComposedCriterion(key, label, parts, words, holds, true, false);
    }

    /// The same, for those alone who see contact data.
    ComposedCriterion forContacts() {
        return new ComposedCriterion(key, label, parts, wording, sql, direct, true);
    }

    @Override
    public String words(Use use, Locale locale) {
        return wording.of(use, locale);
    }

    @Override
    public String who(Use use, Asked asked) {
        return direct
                ? "select m.id from members.member m where m.community_id = folkmoot.community() and "
                        + sql.of(use, asked)
                : sql.of(use, asked);
    }

    /// Whether it is a condition on the row of a member, and selects no ids.
    static boolean isDirect(Criterion criterion) {
        return criterion instanceof ComposedCriterion c && c.direct;
    }

    /// As a condition on `m`.
    static String holds(Criterion criterion, Use use, Asked asked) {
        return criterion instanceof ComposedCriterion c && c.direct
                ? c.sql.of(use, asked)
                : "m.id in (" + criterion.who(use, asked) + ")";
    }
}
