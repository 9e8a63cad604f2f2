package org.folkmoot.sources.wordpress;

import java.util.List;

/// How far one list of a site was read.
///
/// @param known which of it are here, see [Ids]
/// @param listed and which the site listed in this round
/// @param more by how many the site counts more than it lists: what only others may see
/// @param total how many the site says there are; -1 when it does not say
/// @param mark the latest change that the rounds before have seen, as the site writes it
/// @param high and this one
/// @param missing those that are not listed any more and are yet to be looked at
record Track(
        String known,
        String listed,
        long more,
        long total,
        String mark,
        String high,
        List<Long> missing) {

    static final Track NONE = new Track("", "", 0, -1, "", "", List.of());

    Track seen(Ids known, String high) {
        return new Track(known.text(), listed, more, total, mark, high, missing);
    }

    /// All changes were read up to here.
    Track changed() {
        var latest = high.compareTo(mark) > 0 ? high : mark;
        return new Track(known, "", more, total, latest, "", missing);
    }

    Track listed(Ids known, Ids listed, long total) {
        return new Track(known.text(), listed.text(), more, total, mark, high, missing);
    }

    /// The whole list was read.
    Track whole() {
        return missing(Ids.of(known), Ids.of(known).without(Ids.of(listed)));
    }

    Track missing(Ids known, List<Long> missing) {
        var differ = total < 0 ? 0 : total - (known.size() - missing.size());
        return new Track(known.text(), "", differ, total, mark, high, missing);
    }

    /// Whether the site counts otherwise than we do, so that something vanished or came late.
    boolean differs() {
        return total >= 0 && total - Ids.of(known).size() != more;
    }
}
