package org.folkmoot.sources.roles;

import java.util.List;

/// What rules of a connection change, against what counts now.
///
/// @param accounts that would be something else
/// @param first some of them
/// @param byHand of how many people the team said by hand what they are, so that nothing changes
/// @param leaving members who would be counted no more, with `activitiesLeaving` of theirs
/// @param entering people who would be counted as members again
public record RoleEffect(
        long accounts,
        List<One> first,
        long byHand,
        long leaving,
        long activitiesLeaving,
        long entering,
        long activitiesEntering) {

    /// An account that would be something else.
    ///
    /// @param name of the person whose it is
    /// @param account its handle, else its id
    /// @param was member, staff or bot, as the account counts; the same for `then`
    /// @param byHand whether its person stays what the team said
    public record One(
            long member, String name, String account, String was, String then, boolean byHand) {}
}
