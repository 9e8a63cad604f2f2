package org.folkmoot.members;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One thing that people can be asked for, in filters, segments and the API: `tag is champion`,
/// `silent 60 days`, `activities of kind answer in 30 days at least 5`. Every module may offer
/// some, each as a bean; a module whose conditions differ from community to community (its own
/// fields, say) offers a bean [Family] instead. The grammar, the editor, the words, and, or and not
/// come by themselves.
///
/// To offer one:
/// 1. Choose a [#key]: one word, as it begins the text: `owner`. No two may have the same.
/// 2. List its [#parts], each a few fixed words and a value. *Operators* are ways to ask, of which
///    one is said (`is`, `contains`, `at least`, `from`, `known`); *details* narrow it down and
///    may all be said (`of kind`, `in`). The first part may have no words: `silent 60 days`. A
///    condition that is simply true or not has no parts: `watched`.
/// 3. Put a use into [#words], as they go on from "People": "owned by Grace".
/// 4. Write the SQL, see [#who].
///
/// ```java
/// @Bean
/// Criterion ownerCriterion(Owners owners) {
///     return Criterion.of(
///             "owner",
///             "Relationship owner",
///             List.of(
///                     Part.operator("is", Shape.TEXT, owners::choices),
///                     Part.operator("known")),
///             (use, locale) ->
///                     use.says("is") ? "owned by " + use.text("is") : "with an owner",
///             (use, asked) ->
///                     """
///                     select coalesce(v.member_id, o.put_on) from yours.owner o
///                     left join members.report_moved v
///                         on v.community_id = o.community_id and v.home = o.put_on
///                     where o.community_id = folkmoot.community()%s
///                     """
///                             .formatted(
///                                     use.says("is")
///                                             ? " and o.name = " + asked.bind(use.text("is"))
///                                             : ""));
/// }
/// ```
///
/// A value that a person typed goes into SQL by [Asked#bind] alone. Nobody needs a condition for
/// the contrary: `not owner known` is all others. Test it by `Asking` (in the tests of this
/// module): `asking.names(here, "owner is Grace")`. The model is `activity.ActivityCriteria`.
public interface Criterion {

    /// One word of small letters, digits and hyphens, as texts begin with it: `owner`. It stays:
    /// saved segments hold it.
    String key();

    /// What it is called in the editor: "Relationship owner".
    String label();

    /// What can be said after the key, in the order in which it is written.
    List<Part> parts();

    /// One use in words that go on from "People": "owned by Grace", "silent for 60 days".
    String words(Use use, Locale locale);

    /// A statement that selects the ids of the members who fit, one column; twice or null does no
    /// harm. It stands in `m.id in (...)` or after `not exists`, perhaps several times in one query
    /// beside others. What it needs to know of the database first it may ask; it is asked for once
    /// a query. It must narrow to `community_id = folkmoot.community()`, and cost with what it
    /// asks for, not with everything there is.
    String who(Use use, Asked asked);

    /// Whether [#who] comes down to ids found out before: people are then looked up by them, in the
    /// order of ids, and not compared with them.
    default boolean gathered(Use use) {
        return false;
    }

    /// Some of those who do not fit, where they are found sooner than all: who did nothing at all
    /// did none of a kind. A statement as that of [#who]; null when there is nothing to say.
    default @Nullable String surelyNot(Use use, Asked asked) {
        return null;
    }

    /// Whether it tells what only those may know who see contact data.
    default boolean contacts() {
        return false;
    }

    /// Conditions that differ from community to community.
    interface Family {

        /// Those of the community we are in; asked once a request, so one short statement.
        List<Criterion> here();
    }

    /// What follows the words of a part.
    enum Shape {
        /// One of the part's choices, nothing else.
        CHOICE,
        /// Any text of up to 200 characters; choices are proposed.
        TEXT,
        /// A whole number from 0 to a billion.
        NUMBER,
        /// 1 to 36,500, written `30 days`.
        DAYS,
        /// A local day, written `2026-03-28`.
        DATE,
        /// Nothing: the words say all, as in `organisation known`.
        NOTHING
    }

    /// A value to choose, and how it is called.
    record Choice(String value, String label) {}

    /// Fixed words and the value after them.
    ///
    /// @param words small letters, `at least`; empty only for the first part
    /// @param operator whether it is one of the ways to ask; else a detail
    /// @param choices read when an editor shows them, and to check a [Shape#CHOICE]
    record Part(String words, Shape shape, boolean operator, Supplier<List<Choice>> choices) {

        public static Part operator(String words, Shape shape) {
            return new Part(words, shape, true, List::of);
        }

        public static Part operator(String words, Shape shape, Supplier<List<Choice>> choices) {
            return new Part(words, shape, true, choices);
        }

        /// A way to ask that needs no value.
        public static Part operator(String words) {
            return operator(words, Shape.NOTHING);
        }

        public static Part detail(String words, Shape shape) {
            return new Part(words, shape, false, List::of);
        }

        public static Part detail(String words, Shape shape, Supplier<List<Choice>> choices) {
            return new Part(words, shape, false, choices);
        }
    }

    /// See [#words].
    @FunctionalInterface
    interface Wording {
        String of(Use use, Locale locale);
    }

    /// See [#who].
    @FunctionalInterface
    interface Sql {
        String of(Use use, Asked asked);
    }

    /// A criterion put together from its parts.
    static Criterion of(String key, String label, List<Part> parts, Wording words, Sql who) {
        return new ComposedCriterion(key, label, List.copyOf(parts), words, who, false, false);
    }

    /// The same, for those alone who see contact data.
    static Criterion ofContacts(
            String key, String label, List<Part> parts, Wording words, Sql who) {
        return new ComposedCriterion(key, label, List.copyOf(parts), words, who, false, true);
    }
}
