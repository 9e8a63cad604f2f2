package org.folkmoot.activity;

import org.folkmoot.activity.Streams.Part;
import org.jspecify.annotations.Nullable;

/// The SQL that finds which activities a part of the stream shows, with the parameters of
/// [Streams].
final class StreamKeys {

    private StreamKeys() {}

    static String of(Part part, @Nullable Search search) {
        var asked = part.asked();
        if (search != null) {
            return matching(asked, search);
        }
        if (asked.person() != null) {
            return """
                   select l.id, l.at from members.report_identity i cross join lateral (%s) l
                   where i.community_id = folkmoot.community() and i.member_id = :person
                   """
                    .formatted(lane("a.identity_id = i.identity_id", part));
        }
        if (asked.place() != null) {
            return lane("a.place_id = :place", part);
        }
        if (asked.platform() != null) {
            return """
                   select l.id, l.at from activity.source q cross join lateral (%s) l
                   where q.community_id = folkmoot.community() and q.platform = :platform
                   """
                    .formatted(lane("a.source_id = q.id", part));
        }
        return lane("true", part);
    }

    static String order(Asked asked) {
        return asked.longestFirst() ? "a.at, a.id" : "a.at desc, a.id desc";
    }

    /// The newest of those for which it holds: an index leads to them in order.
    private static String lane(String lane, Part part) {
        var asked = part.asked();
        return """
               select a.id, a.at from activity.activity a
               where a.community_id = folkmoot.community() and %s and %s and a.at >= :from
                   %s %s %s %s %s
               order by %s limit :most
               """
                .formatted(
                        lane,
                        asked.longestFirst()
                                ? "(a.at, a.id) > (:at, :id) and a.at < :until"
                                : "(a.at, a.id) < (:at, :id)",
                        part.deletedToo() ? "" : "and a.counted",
                        asked.kind() == null ? "" : "and a.kind = :kind",
                        asked.place() == null ? "" : "and a.place_id = :place",
                        asked.platform() == null ? "" : "and a.source_id in " + ofPlatform(),
                        only(asked),
                        order(asked));
    }

    private static String matching(Asked asked, Search search) {
        var only = only(asked);
        return """
               select distinct a.id, a.at from activity.looking(%s,
                   %s, %s, %s, %s, :from, :at, :id, %s, :affordable, :patience) m
               join activity.activity a on a.community_id = folkmoot.community() and a.id = m.id
               where true %s
               """
                .formatted(
                        search.sql(),
                        asked.platform() == null ? "null" : "array" + ofPlatform(),
                        asked.place() == null ? "null" : "array[cast(:place as bigint)]",
                        asked.kind() == null ? "null" : "array[cast(:kind as text)]",
                        asked.person() == null
                                ? "null"
                                : "array(select i.identity_id from members.report_identity i where i.community_id = folkmoot.community() and i.member_id = :person)",
                        only.isEmpty() ? ":most" : ":wide",
                        only);
    }

    private static String ofPlatform() {
        return "(select s.id from activity.source s where s.community_id = folkmoot.community() and s.platform = :platform)";
    }

    private static String only(Asked asked) {
        return tagged(asked)
                + switch (asked.only()) {
                    case ALL -> "";
                    case QUESTIONS -> "and a.starts and a.counted";
                    case UNANSWERED -> "and a.starts and a.counted and " + Talk.UNANSWERED;
                };
    }

    /// Put on by hand, so there are few: they are found before all else.
    private static String tagged(Asked asked) {
        return asked.tag() == null
                ? ""
                : """
                  and a.id = any(array(select g.activity_id from activity.tag g
                      where g.community_id = folkmoot.community() and g.name = :tag))
                  """;
    }
}
