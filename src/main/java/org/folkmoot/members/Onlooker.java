package org.folkmoot.members;

/// Hears who is looked at. Called while the page is made, so it must not take time.
public interface Onlooker {

    /// The present visitor looks at one person.
    ///
    /// @param way `profile` or `api`
    void sawOne(long member, String way);

    /// The present visitor takes a list of people along.
    void sawMany(int people);
}
