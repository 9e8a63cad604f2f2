package org.folkmoot.activity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Something that happened, as a source tells it, on its way into the ledger. Its identity is
/// (source, externalId): telling it again adds nothing, telling it otherwise is another version.
///
/// @param source the number that `Sources` gave
/// @param told the kind as told; the ledger finds questions and answers by itself
/// @param identity who; null when the source does not say
/// @param parent external id of what it hangs on, in the same source; it need not be here yet
/// @param style of its place
/// @param digest tells versions apart; null: to be worked out from all of this
public record Entry(
        int source,
        String externalId,
        Kind told,
        @Nullable Long identity,
        Instant at,
        boolean inferred,
        @Nullable Long place,
        Style style,
        @Nullable String parent,
        Content content,
        @Nullable Long digest) {

    public Entry(
            int source,
            String externalId,
            Kind told,
            @Nullable Long identity,
            Instant at,
            boolean inferred,
            @Nullable Long place,
            Style style,
            @Nullable String parent,
            Content content) {
        this(source, externalId, told, identity, at, inferred, place, style, parent, content, null);
    }

    /// The same with what tells its versions apart, which does not depend on where it stands here.
    public Entry digested() {
        return with(source, identity, place, style, Digest.of(this));
    }

    /// The same in another source, by somebody.
    public Entry by(int source, @Nullable Long identity) {
        return with(source, identity, place, style, digest);
    }

    /// The same in another place.
    public Entry in(@Nullable Long place, Style style) {
        return with(source, identity, place, style, digest);
    }

    private Entry with(
            int source,
            @Nullable Long identity,
            @Nullable Long place,
            Style style,
            @Nullable Long digest) {
        return new Entry(
                source,
                externalId,
                told,
                identity,
                at,
                inferred,
                place,
                style,
                parent,
                content,
                digest);
    }

    /// What it says; the part that edits change.
    public record Content(
            @Nullable String title,
            @Nullable String text,
            @Nullable String url,
            @Nullable Instant edited,
            Collection<String> mentions,
            List<String> files,
            Map<String, String> facts) {

        /// What is left when its words are forgotten: whom it answers, and how often it was looked
        /// at.
        Content silent() {
            var views = views();
            return new Content(
                    null,
                    null,
                    null,
                    null,
                    mentions,
                    List.of(),
                    views < 0 ? Map.of() : Map.of("views", Long.toString(views)));
        }

        /// How often it was looked at, -1 where that is not told; the same as `activity.views` in
        /// SQL.
        long views() {
            var views = facts.containsKey("views") ? facts.get("views") : facts.get("view_count");
            return views != null && views.matches("[0-9]{1,15}") ? Long.parseLong(views) : -1;
        }
    }
}
