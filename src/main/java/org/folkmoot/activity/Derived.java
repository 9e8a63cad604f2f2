package org.folkmoot.activity;

import org.folkmoot.store.Progress;

/// Something that follows from the ledger and is kept, so that asking for it costs little: it can
/// be made anew at any time, and comes out as it was. One bean each, in order of who needs whom.
public interface Derived {

    /// What it is, as one says "made: the days".
    String what();

    /// Makes it anew for the community we are in, while others read and write.
    void rebuild(Progress progress);
}
