package org.folkmoot.metrics;

import org.jspecify.annotations.Nullable;

/// Of posts that may ask something or not, how it is known. In chats alone: elsewhere the platform
/// says it, or all that is begun waits for an answer.
///
/// @param byWords their words were read, or somebody said it
/// @param byMark not read yet: these ask if they have a question mark
record Recognised(long byWords, long byMark) {

    static final Recognised NONE = new Recognised(0, 0);

    long posts() {
        return byWords + byMark;
    }

    /// The share that was read; null when there is nothing to read.
    @Nullable Double coverage() {
        return posts() == 0 ? null : Double.valueOf((double) byWords / posts());
    }
}
