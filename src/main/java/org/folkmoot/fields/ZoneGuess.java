package org.folkmoot.fields;

/// Where somebody's day suggests that they live.
///
/// @param offset the likeliest, in hours from UTC, -11 to 12
/// @param hours on how many hours it rests
record ZoneGuess(int offset, int hours) {

    /// So many hours to either side are as good as the likeliest.
    static final int REACH = 2;

    int earliest() {
        return offset - REACH;
    }

    int latest() {
        return offset + REACH;
    }

    /// "about UTC+1 to UTC+5".
    String words() {
        return "about %s to %s".formatted(utc(earliest()), utc(latest()));
    }

    private static String utc(int offset) {
        return offset == 0 ? "UTC" : "UTC%+d".formatted(offset);
    }
}
