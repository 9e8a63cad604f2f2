package org.folkmoot.members;

import java.util.Collection;
import java.util.Map;

/// Whom nothing is to be done with beyond keeping what there is: whoever objected (GDPR, article
/// 21) or had the use of her data restricted (article 18). Whoever asks people something, suggests
/// something about them or decides by itself who they are looks here first. The module that keeps
/// it offers the one bean.
public interface LeftAlone {

    /// Why, by home, in words that go on from her name: "objected on 3 March 2026". Missing:
    /// whoever may be asked like anybody.
    ///
    /// @param homes the members accounts were born with, see [Reach]
    Map<Long, String> why(Collection<Long> homes);

    /// A statement that selects these homes of the community we are in, one column, for `in (...)`.
    /// They are few.
    String homes();
}
