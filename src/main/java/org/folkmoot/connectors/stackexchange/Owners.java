package org.folkmoot.connectors.stackexchange;

import java.util.Arrays;

/// Who wrote each post, kept in four bytes a post, to tell an author's own edits from the help of
/// others. Posts beyond the first 40 million numbers are not remembered.
final class Owners {

    private static final int MAX = 40_000_000;

    private final boolean wanted;
    private int[] byPost = new int[0];

    Owners(boolean wanted) {
        this.wanted = wanted;
    }

    void put(int post, int owner) {
        if (!wanted || post < 0 || post >= MAX || owner <= 0) {
            return;
        }
        if (post >= byPost.length) {
            byPost = Arrays.copyOf(byPost, Math.min(MAX, Math.max(1024, post * 3 / 2)));
        }
        byPost[post] = owner;
    }

    boolean knows(int post) {
        return post >= 0 && post < byPost.length && byPost[post] != 0;
    }

    boolean isBy(int post, int owner) {
        return knows(post) && byPost[post] == owner;
    }
}
