package org.folkmoot.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.folkmoot.community.Communities;
import org.folkmoot.members.Belonging;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The only way into the ledger. A page is recorded in a handful of statements, however long it is,
/// and in any order, split or repetition pages end in the same state.
@Service
@Transactional
public class Ledger {

    private final LedgerRows rows;
    private final LedgerWrites writes;
    private final Marks.Kept marks;
    private final Rollups rollups;
    private final Reading reading;
    private final SelfAnswers selfAnswers;
    private final Belonging belonging;
    private final Forgetting forgetting;
    private final Communities communities;

    Ledger(
            LedgerRows rows,
            LedgerWrites writes,
            Marks.Kept marks,
            Rollups rollups,
            Reading reading,
            SelfAnswers selfAnswers,
            Belonging belonging,
            Forgetting forgetting,
            Communities communities) {
        this.rows = rows;
        this.writes = writes;
        this.marks = marks;
        this.rollups = rollups;
        this.reading = reading;
        this.selfAnswers = selfAnswers;
        this.belonging = belonging;
        this.forgetting = forgetting;
        this.communities = communities;
    }

    /// Records what is new, keeps both versions of what was told otherwise, and passes over what is
    /// known.
    public Page.Recorded record(Page page) {
        rows.oneWriterAtATime();
        return recording(forgetting.covered(page)).record();
    }

    /// Looks again at who answered whom: of these groups of identities at least the one before or
    /// the one after is one person. Costs as much as all but the busiest of each did.
    public void reconsider(Collection<? extends Collection<Long>> groups) {
        rows.oneWriterAtATime();
        var ids = selfAnswers.among(groups);
        if (!ids.isEmpty()) {
            again(ids, _ -> {});
        }
    }

    /// Says of posts whether they ask something, by more than a question mark. What the platform
    /// calls a question stays one, and in forum-like places, where all that begins waits, the mark
    /// goes on to tell. Holds until a post gets another text.
    public void judge(Map<Long, Boolean> asks) {
        rows.oneWriterAtATime();
        again(asks.keySet(), row -> row.judge(asks.getOrDefault(row.id, row.asks)));
    }

    /// Works out anew what follows for these rows: what they are, what hangs on them, and whether
    /// they count.
    void lookAgainAt(Collection<Long> ids) {
        rows.oneWriterAtATime();
        again(ids, _ -> {});
    }

    /// Takes rows away for good.
    ///
    /// @param taking deletes them, and tells what hung on them
    void remove(Collection<Long> ids, Supplier<? extends Collection<Long>> taking) {
        again(ids, row -> row.deleted = row.at);
        var orphans = taking.get();
        if (!orphans.isEmpty()) {
            again(orphans, _ -> {});
        }
    }

    private void again(Collection<Long> ids, Consumer<Row> first) {
        recording(new Page(List.of(), List.of(), List.of())).again(ids, first);
    }

    private Recording recording(Page page) {
        var zone = communities.here().zone();
        return new Recording(rows, writes, marks, rollups, reading, belonging, page, zone);
    }

    /// Waits until nobody writes into the ledger, and keeps everybody from it until the running
    /// transaction is over: what follows from who is who must not change under a writer's hands.
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeTurn() {
        rows.oneWriterAtATime();
    }

    /// Lets the database look at the ledger anew, when much has come in since.
    public void lookAgain() {
        rows.lookAgain();
    }

    /// Returns when the search knows all that was recorded and committed.
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public void finishReading() {
        reading.finish();
    }

    /// When each of these was first active after the time given.
    public Map<Long, Instant> firstAfter(Map<Long, Instant> times) {
        return rows.firstAfter(times);
    }
}
