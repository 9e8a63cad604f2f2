package org.folkmoot.activity;

import java.util.Map;
import org.folkmoot.community.Communities;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The words that the search knows of each text. They are read out of the ledger behind its
/// writing: `activity.read` says how far, `activity.unread` which texts changed since.
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SearchWords {

    /// Rows read in one step.
    static final int STEP = 20_000;

    private static final Map<String, String> LANGUAGES =
            Map.ofEntries(
                    Map.entry("en", "english"),
                    Map.entry("de", "german"),
                    Map.entry("fr", "french"),
                    Map.entry("es", "spanish"),
                    Map.entry("pt", "portuguese"),
                    Map.entry("it", "italian"),
                    Map.entry("nl", "dutch"),
                    Map.entry("sv", "swedish"),
                    Map.entry("da", "danish"),
                    Map.entry("no", "norwegian"),
                    Map.entry("nb", "norwegian"),
                    Map.entry("fi", "finnish"),
                    Map.entry("ru", "russian"),
                    Map.entry("tr", "turkish"),
                    Map.entry("ro", "romanian"),
                    Map.entry("hu", "hungarian"));

    /// Whether an activity `a` has words of its own: a reaction's text is not its author's.
    private static final String SAYS =
            """
            (a.told <> all ('{reaction,vote,join,leave,badge,follow,ban,page_view}')
                and (a.title is not null or a.text is not null))""";

    private final JdbcClient db;
    private final Communities communities;

    SearchWords(JdbcClient db, Communities communities) {
        this.db = db;
        this.communities = communities;
    }

    /// The text search configuration for a language tag: `folkmoot.german` for `de-AT`.
    static String searchIn(String tag) {
        return "folkmoot." + LANGUAGES.getOrDefault(tag.split("-")[0], "simple");
    }

    /// Reads the next step, unless somebody else is reading.
    ///
    /// @return whether nothing is left to read
    boolean readUnlessBusy() {
        return hold(" skip locked") && read();
    }

    /// Reads the next step, after whoever is reading now.
    ///
    /// @return whether nothing is left to read
    boolean readOn() {
        hold("");
        return read();
    }

    /// Reads every text of the community anew, in its present language.
    void relearn() {
        hold("");
        db.sql(
                        """
                        update activity.words w set words = %s from activity.activity a
                        where w.community_id = folkmoot.community() and a.community_id = w.community_id
                            and a.id = w.activity_id
                        """
                                .formatted(words()))
                .update();
    }

    /// Has every text read once more by whoever reads next; what was read is found meanwhile.
    void readAllAgain() {
        hold("");
        db.sql(
                        """
                        delete from activity.words w where w.community_id = folkmoot.community() and not exists (
                            select from activity.activity a where a.community_id = w.community_id and a.id = w.activity_id)
                        """)
                .update();
        db.sql(
                        """
                        insert into activity.unread (community_id, activity_id)
                        select community_id, id from activity.activity where community_id = folkmoot.community()
                        on conflict do nothing
                        """)
                .update();
    }

    /// Makes this transaction the one that reads.
    private boolean hold(String unless) {
        db.sql(
                        """
                        insert into activity.read (community_id, up_to)
                        select folkmoot.community(), 0
                        where not exists (select from activity.read where community_id = folkmoot.community())
                        on conflict do nothing
                        """)
                .update();
        return db.sql(
                        "select 1 from activity.read where community_id = folkmoot.community() for update"
                                + unless)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private boolean read() {
        var again = readAgain();
        var written = readNew();
        return again < STEP && written < STEP;
    }

    private int readNew() {
        return db.sql(
                        """
                        with step as materialized (
                            select a.id, a.told, a.title, a.text from activity.activity a
                            where a.community_id = folkmoot.community() and a.id >
                                (select up_to from activity.read where community_id = folkmoot.community())
                            order by a.id limit :step
                        ), learnt as (
                            insert into activity.words (community_id, activity_id, words)
                            select folkmoot.community(), a.id, %s from step a where %s
                        ), moved as (
                            update activity.read set up_to = (select max(id) from step)
                            where community_id = folkmoot.community() and exists (select from step)
                        )
                        select count(*) from step
                        """
                                .formatted(words(), SAYS))
                .param("step", STEP)
                .query(Integer.class)
                .single();
    }

    /// What changed before it was read at all is read with the rest. The step is taken once and as
    /// a list: right after many texts changed the database knows too little of them to choose well.
    private int readAgain() {
        return db.sql(
                        """
                        with step as materialized (
                            select activity_id from activity.unread where community_id = folkmoot.community()
                            order by activity_id limit :step for update skip locked
                        ), again as (
                            delete from activity.unread where community_id = folkmoot.community()
                                and activity_id = any(array(select activity_id from step))
                            returning activity_id
                        ), learnt as (
                            insert into activity.words (community_id, activity_id, words)
                            select folkmoot.community(), a.id, %1$s
                            from activity.activity a
                            where a.community_id = folkmoot.community() and a.id = any(array(select activity_id from again)) and %2$s
                                and a.id <= (select up_to from activity.read where community_id = folkmoot.community())
                            on conflict (community_id, activity_id) do update set words = excluded.words
                        ), silenced as (
                            delete from activity.words where community_id = folkmoot.community() and activity_id = any(array(
                                select a.id from activity.activity a
                                where a.community_id = folkmoot.community() and a.id = any(array(select activity_id from again))
                                    and not %2$s))
                        )
                        select count(*) from again
                        """
                                .formatted(words(), SAYS))
                .param("step", STEP)
                .query(Integer.class)
                .single();
    }

    private String words() {
        return "to_tsvector('%s', left(concat_ws(E'\\n', a.title, a.text), 50000))"
                .formatted(searchIn(communities.here().locale().toLanguageTag()));
    }
}
