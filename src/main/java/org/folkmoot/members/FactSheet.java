package org.folkmoot.members;

import java.util.List;
import org.folkmoot.web.Desk;
import org.folkmoot.web.When;
import org.jspecify.annotations.Nullable;

/// What is told of a person, as the profile shows it.
///
/// @param path of the profile
/// @param unsaid fields of which nothing is known, to be said by hand
/// @param saying the field that is being said; null for none
/// @param draft what the field of the form shows
/// @param error why what was typed could not be kept; empty for nothing
/// @param past what was said by hand of that field before
record FactSheet(
        String path,
        Desk.Csrf csrf,
        When when,
        List<Row> rows,
        List<ProfileField> unsaid,
        boolean edits,
        @Nullable ProfileField saying,
        String draft,
        String error,
        List<Sayings.Change> past) {

    /// @param fact null where nothing is stated and something is inferred
    /// @param inferred null where something is stated or nothing can be concluded
    /// @param clock what their clock shows now; empty when no zone is known
    /// @param name the value that counts, as this reader reads it
    record Row(
            ProfileField field,
            @Nullable Fact fact,
            Inference.@Nullable Inferred inferred,
            String clock,
            String name) {

        /// Whether somebody said it by hand, so that it can be taken back.
        boolean byHand() {
            return fact != null && fact.counts().source().byHand();
        }
    }

    String said(ProfileField field) {
        return path + "/said/" + field.key();
    }

    /// The same page with the form of that field open.
    String open(ProfileField field) {
        return path + "?saying=" + field.key() + "#say-" + field.key();
    }

    boolean isLong() {
        return saying == ProfileField.BIO;
    }
}
