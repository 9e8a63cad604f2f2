package org.folkmoot.privacy;

import org.folkmoot.members.PersonalData.Fate;
import org.folkmoot.members.PersonalData.Part;
import org.folkmoot.members.PersonalData.Subject;

/// What becomes of the proof of how somebody's data was handled, when she is forgotten.
final class FateOfHandling {

    private FateOfHandling() {}

    static Fate of(Part part, Subject subject) {
        var many = part.rows().size();
        return switch (part.key()) {
            case "looks" -> new Fate(part.title(), many, true, "");
            case "requests" ->
                    new Fate(
                            "Requests about her data",
                            many,
                            false,
                            "That she asked, when, and how it was answered, as proof. Her address and words go.");
            default ->
                    new Fate(
                            "Audit trail",
                            many,
                            false,
                            "That something was done to person number %d, by whom and when. It names no member."
                                    .formatted(subject.member()));
        };
    }
}
