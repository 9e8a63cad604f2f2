package org.folkmoot.members;

import java.time.Instant;
import java.util.List;

/// A kind of data that a community may want to keep only for so long. Each module offers one as a
/// bean for each such kind; who decides how long, and when it is looked for, is another module.
public interface Fading {

    /// As stored and in the address: `texts`.
    String key();

    /// As people read it: "Texts of messages".
    String title();

    /// What its age is counted from, and what stays: one or two sentences.
    String words();

    /// How much of it is older. Runs in the caller's transaction, as all of these.
    long older(Instant than);

    /// A few of those, in words, for whoever wants to see before it is done.
    List<String> some(Instant than, int most);

    /// Takes a bounded part of what is older away, for good.
    ///
    /// @return how much went; 0 when nothing is left
    long take(Instant than, int most);
}
