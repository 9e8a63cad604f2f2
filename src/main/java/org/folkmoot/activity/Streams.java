package org.folkmoot.activity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /// The same, a search no longer than somebody has patience.
    Looked look(Part part, Cursor from, int most, Patience patience) {
        return new Looked(find(part, from, Instant.EPOCH, most, patience), lookedTo(part));
    }

    static Cursor beginning(Asked asked) {
        return asked.longestFirst() ? Cursor.FIRST : Cursor.LAST;
    }

    /// The same, nothing older than that moment.
    List<Item> since(Part part, Cursor before, Instant since, int most) {
        return find(part, before, since, most, Patience.WITHOUT_END);
    }

    private List<Item> find(Part part, Cursor before, Instant since, int most, Patience patience) {
        var search = part.search();
        var params = params(part, before, since, most, patience);
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
                                        StreamKeys.of(part, search),
                                        StreamKeys.order(part.asked())))
                .params(params)
                .query((row, _) -> Item.read(row, search != null))
                .list();
    }

    /// Counting stops here: beyond, nobody wants to know.
    static int most(Part part) {
        return part.asked().q().isEmpty() ? COUNTED : FOUND;
    }

    /// How many there are, at most one more than [#most].
    Looked.Count count(Part part, Patience patience) {
        var params = params(part, beginning(part.asked()), Instant.EPOCH, most(part) + 1, patience);
        var search = part.search();
        var many =
                db.sql(
                                search != null && part.asked().onlyWords()
                                        ? "select activity.many(%s, :most, :affordable, :patience)"
                                                .formatted(search.sql())
                                        : "select count(*) from (select k.id from (%s) k limit :most) c"
                                                .formatted(StreamKeys.of(part, search)))
                        .params(params)
                        .query(Long.class)
                        .single();
        return new Looked.Count(many, lookedTo(part) == null);
    }

    /// Where the search just made lost its patience.
    private @Nullable Cursor lookedTo(Part part) {
        return part.asked().q().isEmpty()
                ? null
                : db.sql("select nullif(current_setting('folkmoot.looked_to', true), '')")
                        .query((row, _) -> Optional.ofNullable(row.getString(1)))
                        .single()
                        .map(to -> Cursor.of(to, Cursor.FIRST))
                        .orElse(null);
    }

    boolean says(Search search) {
        return search.says(db);
    }

    private Map<String, Object> params(
            Part part, Cursor before, Instant since, int most, Patience patience) {
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
        params.put("affordable", patience.affordable());
        params.put("patience", patience.millis());
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
}
