package org.folkmoot.community;

/// Something that a made-up community shows, so that there is something to look at. Each module
/// that has more to show than an import brings offers one as a bean. It is played once, in a
/// transaction of its own, also after the process was killed before.
public interface Scene {

    /// Small before large: a later one may show what an earlier one brought.
    int order();

    /// Whether it has not been played yet and what it needs is there. Asked again and again, so it
    /// must cost next to nothing.
    boolean due();

    /// Plays it, in the community we are in.
    void play();
}
