package org.folkmoot.metrics;

import java.util.Arrays;

/// Posts in the order of their people, each in one number: the day, counted from the first, the
/// platform, counted likewise, the place and how it sounds. Those of one person stay in the
/// order in which they came.
final class PostsByPerson {

    private static final int CODE = 13;
    private static final int PLACE = 30;
    private static final int PLATFORM = 10;

    private final int[] ends;
    private final long[] posts;

    /// @param many of each person how many there will be
    PostsByPerson(int[] many) {
        ends = new int[many.length];
        int all = 0;
        for (int person = 0; person < many.length; person++) {
            ends[person] = all;
            all += many[person];
        }
        posts = new long[all];
    }

    void put(int person, int day, int platform, long place, int code) {
        posts[ends[person]++] =
                ((((long) day << PLATFORM | platform) << PLACE | place) << CODE) | code;
    }

    int persons() {
        return ends.length;
    }

    /// Where somebody's posts begin, when all are put; they end where the next one's begin.
    int begin(int person) {
        return person == 0 ? 0 : ends[person - 1];
    }

    int end(int person) {
        return ends[person];
    }

    int day(int i) {
        return (int) (posts[i] >>> (CODE + PLACE + PLATFORM));
    }

    int platform(int i) {
        return (int) (posts[i] >>> (CODE + PLACE)) & ((1 << PLATFORM) - 1);
    }

    int code(int i) {
        return (int) (posts[i] & ((1 << CODE) - 1));
    }

    /// Places and how posts there sound, place by place.
    long[] places(int begin, int end) {
        var some = new long[end - begin];
        for (int i = begin; i < end; i++) {
            some[i - begin] = posts[i] & ((1L << (CODE + PLACE)) - 1);
        }
        Arrays.sort(some);
        return some;
    }

    static long place(long some) {
        return some >>> CODE;
    }

    static int code(long some) {
        return (int) (some & ((1 << CODE) - 1));
    }
}
