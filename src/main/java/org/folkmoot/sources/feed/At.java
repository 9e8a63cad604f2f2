package org.folkmoot.sources.feed;

/// How far a feed was read.
///
/// @param given the address that was given; with another one reading begins anew
/// @param address where the feed is, which a page for people may have told
/// @param tag the feed's own mark of what it last said (ETag)
/// @param changed and when that was (Last-Modified)
/// @param older where articles before these are; empty when there are none, or all were read
/// @param pages how many pages of those were read
/// @param begun whether it was read before
record At(
        String given,
        String address,
        String tag,
        String changed,
        String older,
        int pages,
        boolean begun) {

    static At first(String given) {
        return new At(given, given, "", "", "", 0, false);
    }

    At at(String address) {
        return new At(given, address, tag, changed, older, pages, begun);
    }

    At read(String tag, String changed) {
        return new At(given, address, tag, changed, older, pages, true);
    }

    At older(String older) {
        var page = older.isEmpty() ? 0 : pages + 1;
        return new At(given, address, tag, changed, older, page, begun);
    }
}
