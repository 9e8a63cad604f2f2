package org.folkmoot.access;

/// A picture that one module draws on the page of another, which does not know it: each module
/// offers its own as beans, and the page loads them by their address.
///
/// @param order within the place, small first
/// @param title what a reader without script sees as the link: "Tasks about this person"
/// @param path below the community; on a profile `{member}` stands for the person, as in
///   `/care/of/{member}`, on a thread `{thread}` for what began it
/// @param needs who lacks it does not see the part
public record PagePart(Place place, int order, String title, String path, Permission needs) {

    /// Where a part can stand.
    public enum Place {
        /// Above everything on a profile: what must not be overlooked. Nothing, as a rule, so
        /// no room is kept for it.
        PROFILE_NOTICE,
        /// Between a person's accounts and the tabs.
        PROFILE_TOP,
        /// In the narrow column of a profile.
        PROFILE_SIDE,
        /// Below the notes of a profile.
        PROFILE_NOTES,
        /// A tab of its own on a profile; its title is the tab's.
        PROFILE_TAB,
        /// Below what began a conversation; `{thread}` stands for it.
        THREAD,
        /// Below who waits, on Today.
        TODAY_WAITING,
        /// Below the people of Today.
        TODAY_PEOPLE
    }
}
