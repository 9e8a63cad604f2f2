package org.folkmoot.language;

/// Turns a text into a direction, so that texts of like meaning point the same way.
public interface Embedder extends AutoCloseable {

    /// @return length 1; the dot product of two is their cosine
    float[] of(String text);

    @Override
    default void close() {}
}
