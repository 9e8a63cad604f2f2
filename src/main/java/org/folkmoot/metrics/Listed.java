package org.folkmoot.metrics;

/// A row of a list as those who count know it, by numbers.
sealed interface Listed
        permits PeopleLists.Mover, PeopleLists.Regular, TalkLists.Start, TalkLists.Item {

    /// Whom it is about.
    long member();

    /// The activity it is about, 0 for people alone.
    default long id() {
        return 0;
    }

    /// Where that was, 0 when in no place.
    default long place() {
        return 0;
    }
}
