package org.folkmoot.members;

import java.util.List;

/// What can be concluded of somebody who did not say it. Whoever concludes offers a bean; a
/// profile shows it, marked as inferred, only where nothing is stated. It never goes into
/// lists, numbers or exports.
public interface Inference {

    /// @param field of which nothing is stated, as far as the asker knows
    /// @param words as people read it: "about UTC+1 to UTC+5"
    /// @param why in a sentence, with how sure it is
    /// @param earliest offset from UTC in hours, for a time zone; else 0
    /// @param latest the same at the other end
    record Inferred(ProfileField field, String words, String why, int earliest, int latest) {}

    /// One statement; empty when too little is known.
    List<Inferred> of(long member);
}
