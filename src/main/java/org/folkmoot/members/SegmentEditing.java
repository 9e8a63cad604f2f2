package org.folkmoot.members;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.access.Frames;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.Criterion.Choice;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds out what an editor of conditions shows: who fits so far, and what could be chosen.
@Component
class SegmentEditing {

    private static final int SHOWN = 6;

    private final Criteria criteria;
    private final Sentences sentences;
    private final People people;
    private final Frames frames;

    SegmentEditing(Criteria criteria, Sentences sentences, People people, Frames frames) {
        this.criteria = criteria;
        this.sentences = sentences;
        this.people = people;
        this.frames = frames;
    }

    /// @param text what was typed as text and could not be read; null if it follows from the draft
    /// @param wrong why it could not be read; empty if it could
    /// @param wrongName why it could not be saved; may be empty
    SegmentEditor editor(
            Visitor visitor,
            long id,
            String name,
            Draft.Group root,
            @Nullable String text,
            String wrong,
            String wrongName) {
        var why = wrong;
        SegmentEditor.Found found = null;
        var shown = text;
        if (wrong.isEmpty()) {
            try {
                var condition = root.condition(criteria).orElse(Condition.everyone());
                shown = condition.text();
                found = found(visitor, condition);
            } catch (Refusal e) {
                why = String.valueOf(e.getMessage());
            }
        }
        var all = criteria.here();
        return new SegmentEditor(
                frames.desk(
                        id == 0 ? "New segment" : "Change a segment",
                        "Say who belongs into it. You see at once who fits."),
                id,
                name,
                root,
                all,
                choices(root, all, new HashMap<>()),
                shown == null ? "" : shown,
                found,
                why,
                wrongName,
                visitor.may(Permission.EDIT_PEOPLE),
                visitor.may(Permission.EXPORT));
    }

    private SegmentEditor.Found found(Visitor visitor, Condition condition) {
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        var query = PeopleQuery.of(Map.of("where", List.of(condition.text())), criteria);
        var hits = people.search(query.q(), contacts);
        var path = "/c/" + visitor.community().slug() + "/people";
        return new SegmentEditor.Found(
                sentences.lede(people.count(query, hits), query, visitor.locale()),
                query.address(),
                people.page(query, hits, null, SHOWN).rows().stream()
                        .map(row -> PeoplePage.chip(row, path, contacts))
                        .toList());
    }

    /// The values proposed for all parts in use, each list asked for once.
    private static Map<String, List<Choice>> choices(
            Draft draft, List<Criterion> all, Map<String, List<Choice>> into) {
        switch (draft) {
            case Draft.Group(var mode, var of) -> of.forEach(d -> choices(d, all, into));
            case Draft.Row row ->
                    all.stream()
                            .filter(c -> c.key().equals(row.key()))
                            .forEach(
                                    c ->
                                            c.parts()
                                                    .forEach(
                                                            p ->
                                                                    into.computeIfAbsent(
                                                                            SegmentEditor.list(
                                                                                    c, p),
                                                                            _ ->
                                                                                    p.choices()
                                                                                            .get())));
        }
        return into;
    }
}
