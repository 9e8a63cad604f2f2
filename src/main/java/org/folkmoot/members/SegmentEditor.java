package org.folkmoot.members;

import java.util.List;
import java.util.Map;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.folkmoot.web.Desk;
import org.folkmoot.web.Person;
import org.jspecify.annotations.Nullable;

/// A condition while somebody puts it together, and who fits so far.
///
/// @param id of the segment that is changed; 0 for a new one
/// @param name its name as typed
/// @param root what was put together so far
/// @param text what the field for text holds
/// @param found null when it cannot be asked: then `wrong` says why
/// @param wrongName why it could not be saved; may be empty
record SegmentEditor(
        Desk desk,
        long id,
        String name,
        Draft.Group root,
        List<Criterion> criteria,
        Map<String, List<Choice>> choices,
        String text,
        @Nullable Found found,
        String wrong,
        String wrongName,
        boolean edits,
        boolean exports) {

    String path(String below) {
        return desk.home() + "/segments" + below;
    }

    @Nullable Criterion criterion(Draft.Row row) {
        return criteria.stream().filter(c -> c.key().equals(row.key())).findAny().orElse(null);
    }

    /// The id of the list of values proposed for a part.
    static String list(Criterion criterion, Part part) {
        return "for-" + (criterion.key() + "-" + part.words()).replace(' ', '-');
    }

    static String inputType(Shape shape) {
        return shape == Shape.DATE ? "date" : shape == Shape.TEXT ? "text" : "number";
    }

    /// Who fits.
    record Found(String words, String address, List<Person> first) {}
}
