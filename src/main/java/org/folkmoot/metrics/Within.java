package org.folkmoot.metrics;

import java.util.Map;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.members.PeopleChoice;
import org.springframework.stereotype.Component;

/// Finds out who fits the condition on people that a number is asked of: as of now, also for past
/// days.
@Component
class Within {

    private final PeopleChoice choice;

    Within(PeopleChoice choice) {
        this.choice = choice;
    }

    /// The same question, knowing whom it is about.
    ///
    /// @throws org.folkmoot.kernel.Refusal.Unusable when the condition cannot be read
    Ask of(Ask ask) {
        var where = ask.filters().where();
        return where == null || ask.filters().among() != null
                ? ask
                : new Ask(
                        ask.community(),
                        ask.window(),
                        ask.filters().of(new Among(choice.fitting(where, contacts()))),
                        ask.now());
    }

    /// Whether who asks may ask for contact data.
    private static boolean contacts() {
        var visitor = Visitor.orNull();
        return visitor == null || visitor.may(Permission.SEE_CONTACT_DATA);
    }

    /// The segments, each as the condition of being in it, with its name.
    Map<String, String> segments() {
        return choice.segments();
    }
}
