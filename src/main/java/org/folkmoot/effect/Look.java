package org.folkmoot.effect;

/// One look at one person on one day: how they had been until then.
///
/// @param person their number
/// @param day the day's number
/// @param did whether they did it on that day, for the first time; otherwise they had not by then
/// @param known days since they were first seen
/// @param recent active days of the 28 before
/// @param earlier active days of the 28 before those
/// @param older active days of the 28 before those again: nobody is matched by them, so they show
///     whether both were really alike
/// @param there whether they were active on the day itself, by whatever they did
record Look(
        int person,
        int day,
        boolean did,
        int known,
        int recent,
        int earlier,
        int older,
        boolean there) {

    /// Looks within so many days stand beside each other.
    static final int BLOCK = 28;

    private static final int[] KNOWN = {1, 7, 30, 90, 365};
    private static final int[] RECENT = {1, 2, 3, 5, 8, 12, 18};
    private static final int[] EARLIER = {1, 3, 7, 14};

    /// Which looks are alike: those of the same four weeks, known for about as long, and about as
    /// often active before.
    int cell() {
        int cell = day / BLOCK * (KNOWN.length + 1) + step(known, KNOWN);
        cell = cell * (RECENT.length + 1) + step(recent, RECENT);
        cell = cell * (EARLIER.length + 1) + step(earlier, EARLIER);
        return cell * 2 + (there ? 1 : 0);
    }

    private static int step(int value, int[] from) {
        int step = 0;
        while (step < from.length && value >= from[step]) {
            step++;
        }
        return step;
    }
}
