package org.folkmoot.metrics;

import java.util.List;
import java.util.function.Function;

/// One page of a list behind a number.
///
/// @param number from 1
/// @param more whether another page follows
record Listing<T>(List<T> rows, int number, boolean more) {

    /// Which page of how many rows.
    record Page(int number, int size) {

        static final int SIZE = 50;
        // a download: every row, as many as a spreadsheet takes
        static final Page ALL = new Page(1, 1_000_000);

        static Page of(int number) {
            return new Page(Math.clamp(number, 1, 20_000), SIZE);
        }

        /// One more than is shown, to know whether there are more.
        int fetch() {
            return size + 1;
        }

        int skip() {
            return (number - 1) * size;
        }

        <R, T> Listing<T> of(List<R> fetched, Function<R, T> shown) {
            return new Listing<>(
                    fetched.stream().limit(size).map(shown).toList(),
                    number,
                    fetched.size() > size);
        }
    }
}
