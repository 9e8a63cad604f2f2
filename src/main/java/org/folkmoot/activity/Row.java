package org.folkmoot.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.folkmoot.members.Cover;
import org.jspecify.annotations.Nullable;

/// A row of the ledger while a page is being recorded: as it was, and as it will be. The rules that
/// make it what it is are here, without SQL.
final class Row {

    record Key(int source, String id) {}

    /// What the rollups and people's facts have taken from it; null when nothing.
    ///
    /// @param top whether it hangs on nothing: only then it is content
    record Taken(LocalDate day, long identity, Kind kind, Instant at, boolean top) {}

    long id;
    final Key key;
    final boolean fresh;
    Kind told;
    Kind kind;
    @Nullable Long identity;
    @Nullable Long member;
    @Nullable Long place;
    Style style;
    @Nullable String parentExternal;
    @Nullable Long parentId;
    long thread;
    Instant at;
    boolean inferred;
    LocalDate day;
    boolean counted = true;
    boolean starts;
    @Nullable Instant edited;
    @Nullable Instant deleted;
    boolean pinned;
    boolean accepted;
    boolean asks;
    long digest;
    long views = -1;
    Entry.@Nullable Content content;

    @Nullable Taken before;
    @Nullable Instant atBefore;
    @Nullable LocalDate dayBefore;
    long threadBefore;
    private int shapeBefore;

    @Nullable Row parent;

    Row(long id, Key key, boolean fresh, Kind told, Instant at, LocalDate day, Style style) {
        this.id = id;
        this.key = key;
        this.fresh = fresh;
        this.told = told;
        this.kind = told;
        this.at = at;
        this.day = day;
        this.style = style;
    }

    static Row fresh(Entry entry, LocalDate day) {
        var row =
                new Row(
                        0,
                        new Key(entry.source(), entry.externalId()),
                        true,
                        entry.told(),
                        entry.at(),
                        day,
                        entry.style());
        row.become(entry, day);
        return row;
    }

    /// Takes on a version: all of what the entry tells.
    void become(Entry entry, LocalDate day) {
        told = entry.told();
        identity = entry.identity();
        at = entry.at();
        inferred = entry.inferred();
        this.day = day;
        place = entry.place();
        style = entry.style();
        var self = entry.externalId().equals(entry.parent());
        if (!Objects.equals(parentExternal, self ? null : entry.parent())) {
            parentExternal = self ? null : entry.parent();
            parentId = null;
            parent = null;
        }
        say(entry.content(), Digest.of(entry));
    }

    private void say(Entry.Content said, long digest) {
        content = said;
        edited = said.edited();
        asks = Questions.asks(said.title(), said.text());
        this.digest = digest;
        views = said.views();
    }

    /// Takes on a later text and keeps all else that was said.
    void edit(@Nullable String text, Instant at, long digest) {
        var said = Objects.requireNonNull(content);
        say(
                new Entry.Content(
                        said.title(),
                        text,
                        said.url(),
                        at,
                        said.mentions(),
                        said.files(),
                        said.facts()),
                digest);
    }

    /// Whether it was done by somebody who asked to be forgotten: then it is counted, and nothing
    /// that is told of it is kept.
    boolean forgotten() {
        return Cover.covers(key.id());
    }

    /// Lets go of its words.
    void silence() {
        content = Objects.requireNonNull(content).silent();
        edited = null;
        digest = 0;
    }

    /// Takes somebody's word for whether it asks something.
    void judge(boolean asks) {
        if (told == Kind.MESSAGE && style != Style.FORUM) {
            this.asks = asks;
        }
    }

    void hangOn(Row parent) {
        this.parent = parent;
        this.parentId = parent.id;
    }

    /// Whether a version wins over this row: the later edited, of equally late ones the one that
    /// has a text, then the one viewed more often, as views only grow, then the greater digest, so
    /// that any order ends with the same.
    boolean yieldsTo(@Nullable Instant edited, long views, long digest) {
        var mine = this.edited == null ? Instant.MIN : this.edited;
        var theirs = edited == null ? Instant.MIN : edited;
        var order = mine.compareTo(theirs);
        if (order != 0) {
            return order < 0;
        }
        // whether a version has a text is the highest bit of its digest
        if ((this.digest ^ digest) >= 0 && this.views != views) {
            return this.views < views;
        }
        return this.digest < digest;
    }

    /// Remembers what was taken of it before this page changes it.
    void remember() {
        before = taken();
        atBefore = at;
        dayBefore = day;
        threadBefore = thread;
        shapeBefore = shape();
    }

    /// Whether anything but its content is other than it was.
    boolean reshaped() {
        return shapeBefore != shape();
    }

    private int shape() {
        return Objects.hash(
                told,
                kind,
                identity,
                place,
                parentExternal,
                parentId,
                thread,
                at,
                inferred,
                day,
                counted,
                starts,
                deleted,
                pinned,
                edited,
                digest);
    }

    @Nullable Taken taken() {
        return counted && identity != null
                ? new Taken(day, identity, kind, at, parentExternal == null)
                : null;
    }

    /// Works out what follows from its parent and marks. Its parent must have been settled before.
    void settle() {
        thread = parent == null ? id : parent.thread;
        counted = deleted == null && (parent == null || parent.counted);
        kind = derivedKind();
        starts = parentExternal == null && waits();
    }

    private Kind derivedKind() {
        if (accepted && (told == Kind.REPLY || told == Kind.COMMENT || told == Kind.ANSWER)) {
            return Kind.ACCEPTED_ANSWER;
        }
        if (answers()) {
            return Kind.ANSWER;
        }
        return told == Kind.MESSAGE && parentExternal == null && asks ? Kind.QUESTION : told;
    }

    /// What of another account it replies to; null when it does not.
    @Nullable Row repliedTo() {
        return told == Kind.REPLY
                        && parent != null
                        && identity != null
                        && parent.identity != null
                        && !identity.equals(parent.identity)
                ? parent
                : null;
    }

    private boolean answers() {
        var asked = repliedTo();
        return asked != null
                && asked.kind == Kind.QUESTION
                && (member == null || !member.equals(asked.member));
    }

    private boolean waits() {
        return switch (style) {
            case FORUM ->
                    kind == Kind.MESSAGE
                            || kind == Kind.QUESTION
                            || kind == Kind.ISSUE
                            || kind == Kind.IDEA;
            default -> kind == Kind.QUESTION;
        };
    }
}
