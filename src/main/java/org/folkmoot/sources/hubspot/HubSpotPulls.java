package org.folkmoot.sources.hubspot;

import org.folkmoot.connectors.Found;
import org.folkmoot.sources.Cursors;
import org.folkmoot.sources.Line;
import org.folkmoot.sources.Pull;
import org.folkmoot.sources.hubspot.At.Stage;
import org.jspecify.annotations.Nullable;

/// Reads an account a page at a time: contacts, later those that changed or were deleted and the
/// companies that changed; lists with their members, and marketing events with who took part, where
/// a list or event shows that it changed.
final class HubSpotPulls {

    private final Line line;
    private final HubSpotApi api;
    private final Found.Basket basket = new Found.Basket();

    HubSpotPulls(Line line) {
        this.line = line;
        this.api = new HubSpotApi(line);
    }

    Pull from(String cursor) {
        var at = Cursors.read(cursor, At.class, At::first);
        if (at.stage() == Stage.ACCOUNT) {
            at = at.account(api.account()).stage(Stage.CONTACTS);
        }
        at = at.begun(line.now());
        var answers =
                new HubSpotAnswers(at.account(), line.connection().list("properties"), basket);
        var people = new HubSpotPeople(api, answers);
        var groups = new HubSpotGroups(api, answers);
        return switch (at.stage()) {
            case ACCOUNT, CONTACTS -> on(people.contacts(at), Stage.COMPANIES);
            case COMPANIES -> on(people.companies(at), Stage.ARCHIVED);
            case ARCHIVED -> on(people.archived(at), Stage.LISTS);
            case LISTS -> on(groups.lists(at), Stage.MEMBERS);
            case MEMBERS -> on(groups.members(at), Stage.EVENTS);
            case EVENTS -> on(groups.events(at), Stage.PARTICIPANTS);
            case PARTICIPANTS -> on(groups.participants(at), null);
        };
    }

    /// @param next what comes after the stage; null at the round's end
    private Pull on(Step step, @Nullable Stage next) {
        if (step.more()) {
            return caught(step.at(), true);
        }
        return next == null
                ? caught(step.at().stage(Stage.CONTACTS), false)
                : caught(step.at().stage(next), true);
    }

    private Pull caught(At next, boolean more) {
        return new Pull.Caught(
                basket.all(), Cursors.write(next), more, more ? next.stage().words() : "");
    }

    /// How far a stage came.
    ///
    /// @param more whether it goes on
    record Step(At at, boolean more) {}
}
