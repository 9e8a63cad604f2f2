package org.folkmoot.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.activity.Asked.Only;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/// The ledger as a stream, newest first; who waits for an answer, longest first. However many rows
/// there are, a page starts at its first row by an index and reads little more than it shows.
@Repository
@Transactional(readOnly = true)
class Streams {

    private static final int COUNTED = 10_000;
    private static final int FOUND = 1_000;

    private static final int FILTERED_AFTERWARDS = 5_000;

    private final JdbcClient db;
    private final Clock clock;

    Streams(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Which part of the stream.
    ///
    /// @param language a language tag, for the search
    /// @param zone that days are meant in
    /// @param deletedToo whether what was deleted is told too, without its text
    /// @param characters of each text
    record Part(Asked asked, String language, ZoneId zone, boolean deletedToo, int characters) {

        @Nullable Search search() {
            return asked.q().isEmpty() ? null : Search.of(asked.q(), language);
        }
    }

    /// @param from where the page before ended: [#beginning] for the first
    /// @param most one more than a page has tells whether there is another
    List<Item> page(Part part, Cursor from, int most) {
        return since(part, from, Instant.EPOCH, most);
    }

    static Cursor beginning(Asked asked) {
        return asked.longestFirst() ? Cursor.FIRST : Cursor.LAST;
    }

    /// The same, nothing older than that moment.
    List<Item> since(Part part, Cursor before, Instant since, int most) {
        var search = part.search();
        var params = params(part, before, since, most);
        var marked =
                search == null
                        ? ""
                        : """
                          , ts_headline(cast(:language as regconfig), translate(left(a.text, 20000), U&'\\E000\\E001', ''), %s,
                              U&'StartSel=\\E000,StopSel=\\E001,MaxFragments=2,MaxWords=28,MinWords=10,FragmentDelimiter=" … "')
                          """
                                .formatted(search.sql());
        return db.sql(
                        """
                        select %s %s
                        from (%s) k
                        join activity.activity a on a.community_id = folkmoot.community() and a.id = k.id
                        join activity.source s on s.community_id = a.community_id and s.id = a.source_id
                        left join activity.place p on p.community_id = a.community_id and p.id = a.place_id
                        order by %s limit :most
                        """
                                .formatted(
                                        Item.COLUMNS.formatted(part.characters()),
                                        marked,
                                        keys(part, search),
                                        order(part.asked())))
                .params(params)
                .query((row, _) -> Item.read(row, search != null))
                .list();
    }

    /// Counting stops here: beyond, nobody wants to know.
    static int most(Part part) {
        return part.asked().q().isEmpty() ? COUNTED : FOUND;
    }

    /// How many there are, at most one more than [#most].
    long count(Part part) {
        var search = part.search();
        if (search != null && part.asked().onlyWords()) {
            return db.sql("select activity.matches(%s, :most)".formatted(search.sql()))
                    .params(search.params())
                    .param("most", most(part) + 1)
                    .query(Long.class)
                    .single();
        }
        return db.sql(
                        "select count(*) from (select k.id from (%s) k limit :most) c"
                                .formatted(keys(part, search)))
                .params(params(part, beginning(part.asked()), Instant.EPOCH, most(part) + 1))
                .query(Long.class)
                .single();
    }

    boolean says(Search search) {
        return search.says(db);
    }

    private Map<String, Object> params(Part part, Cursor before, Instant since, int most) {
        var asked = part.asked();
        var end = asked.upTo(part.zone());
        var start = before.at().isBefore(end.at()) ? before : end;
        var params = new HashMap<String, Object>();
        var longest = asked.longestFirst();
        params.put("at", longest ? before.time() : start.time());
        params.put("id", longest ? before.id() : start.id());
        params.put("until", end.time());
        var first = first(part);
        params.put("from", (since.isAfter(first) ? since : first).atOffset(ZoneOffset.UTC));
        params.put("most", most);
        params.put("platform", asked.platform());
        params.put("place", asked.place());
        params.put("kind", asked.kind() == null ? null : asked.kind().key());
        params.put("person", asked.person());
        params.put("tag", asked.tag());
        params.put("wide", Math.max(most, FILTERED_AFTERWARDS));
        var search = part.search();
        if (search != null) {
            params.putAll(search.params());
        }
        return params;
    }

    private Instant first(Part part) {
        var first = part.asked().first(part.zone());
        var waiting = clock.instant().minus(Duration.ofDays(Talk.DAYS));
        return part.asked().only() == Only.UNANSWERED && first.isBefore(waiting) ? waiting : first;
    }

    private static String keys(Part part, @Nullable Search search) {
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

    private static String order(Asked asked) {
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
               select distinct a.id, a.at from activity.matching(%s,
                   %s, %s, %s, %s, :from, :at, :id, %s) m
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
