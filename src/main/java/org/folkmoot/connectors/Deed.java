package org.folkmoot.connectors;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.activity.Kind;
import org.jspecify.annotations.Nullable;

/// One thing somebody did: a message, a reaction, a commit, a vote, a badge received.
///
/// @param source the space of `id`, and of `who`, `place`, `parent` and `mentions` unless told
/// @param id the platform's own id, or one derived from what cannot change (a reaction:
///     message, person, emoji); the same thing always gets the same id
/// @param kind top-level posts are MESSAGE (the ledger finds questions by itself) unless the
///     platform says QUESTION, ISSUE...; anything under a parent is REPLY or COMMENT (the
///     ledger turns replies to another's question into answers) or REACTION, VOTE
/// @param who the person's id in `source`; null when the export does not say
/// @param at when; null only if nothing near gives a time, then it is refused
/// @param inferred true when `at` was taken from the nearest fact
/// @param parent the id of what it answers or reacts to, in `source`; need not be in the file
/// @param text as given, in the origin's markup; for a reaction its emoji's name, for a badge
///     its name
/// @param edited when it was last changed, if it was
/// @param mentions ids of the people mentioned
/// @param files names of attached files
/// @param facts anything else worth keeping, by name
/// @param silent whether it is told that it says nothing; without that and a text, nothing is told
///     of what it says
public record Deed(
        String source,
        String id,
        Kind kind,
        @Nullable String who,
        @Nullable Instant at,
        boolean inferred,
        @Nullable String place,
        @Nullable String parent,
        @Nullable String title,
        @Nullable String text,
        @Nullable String url,
        @Nullable Instant edited,
        Set<String> mentions,
        List<String> files,
        Map<String, String> facts,
        boolean silent)
        implements Found {

    public static Deed of(
            String source, String id, Kind kind, @Nullable String who, @Nullable Instant at) {
        return new Deed(
                source, id, kind, who, at, false, null, null, null, null, null, null, Set.of(),
                List.of(), Map.of(), false);
    }

    public Deed inferred(boolean inferred) {
        return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
    }

    public Deed in(@Nullable String place) {
        return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
    }

    public Deed under(@Nullable String parent) {
        return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
    }

    public Deed titled(@Nullable String title) {
        return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
    }

    public Deed saying(@Nullable String text) {
        return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
    }

    /// What it says, where the row tells all of that.
    ///
    /// @param told blank when it says nothing (any more); null when that is not told
    public Deed sayingAll(@Nullable String told) {
        var blank = told != null && told.isBlank();
        var deed = saying(blank ? null : told);
        return blank ? deed.silenced() : deed;
    }

    private Deed silenced() {
        return new Deed(
                source, id, kind, who, at, inferred, place, parent, title, text, url, edited,
                mentions, files, facts, true);
    }

    public Deed at(@Nullable String url) {
        return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
    }

    public Deed edited(@Nullable Instant edited) {
        return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
    }

    public Deed mentioning(Set<String> mentions) {
        return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
    }

    public Deed files(List<String> files) {
        return copy(inferred, place, parent, title, text, url, edited, mentions, files, facts);
    }

    /// Adds a fact unless its value is null or blank.
    public Deed fact(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            return this;
        }
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return copy(inferred, place, parent, title, text, url, edited, mentions, files, more);
    }

    private Deed copy(
            boolean inferred,
            @Nullable String place,
            @Nullable String parent,
            @Nullable String title,
            @Nullable String text,
            @Nullable String url,
            @Nullable Instant edited,
            Set<String> mentions,
            List<String> files,
            Map<String, String> facts) {
        return new Deed(
                source,
                id,
                kind,
                who,
                at,
                inferred,
                place,
                parent,
                title,
                text,
                url,
                edited,
                mentions,
                files,
                facts,
                silent && text == null);
    }
}
