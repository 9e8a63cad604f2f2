package org.folkmoot.activity;

import java.util.Set;
import org.folkmoot.access.Visitor;

/// Tells where posts can be answered from here; offered by whoever is connected there.
public interface Reached {

    /// The keys of the sources whose posts this visitor can do something about, such as `slack:T1`;
    /// the page for it is `/connections/post/` and the activity's number, below the community.
    Set<String> by(Visitor visitor);
}
