package org.folkmoot.access;

/// How much waits for the visitor on a page of the rail; each module offers its own as beans.
public interface RailBadge {

    /// Of the page, below the community, as its [RailItem] has it.
    String path();

    /// Who lacks it does not see the page either.
    Permission needs();

    /// How much waits: 0 shows nothing, and there is no need to count beyond 100. Asked beside each
    /// page, so one quick query.
    int waiting(Visitor visitor);
}
