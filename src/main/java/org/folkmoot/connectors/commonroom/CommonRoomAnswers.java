package org.folkmoot.connectors.commonroom;

import java.util.Map;
import org.folkmoot.activity.Markup;
import org.folkmoot.connectors.Finds;
import org.folkmoot.connectors.Found;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads what Common Room's API answers, as the importer reads pages that were saved: what both
/// tell of the same thing has the same id.
public final class CommonRoomAnswers {

    private final CommonRoomThings things;
    private final Finds finds;

    /// @param source `commonroom`, or what an import of this room was told to call it
    public CommonRoomAnswers(String source, Finds finds) {
        this.finds = finds;
        this.things = new CommonRoomThings(source, finds);
        finds.add(new Found.Origin(source, "Common Room", Markup.PLAIN));
    }

    /// A contact or an activity.
    ///
    /// @param name where it was asked for, for a row that cannot be used
    public void read(JsonNode row, String name) {
        var wrong = things.read(row);
        if (!wrong.isEmpty()) {
            finds.add(new Found.Refused(name, 0, wrong, row.toString()));
        }
    }

    /// A contact, whose tags Common Room gives as numbers.
    ///
    /// @param tags their names
    public void contact(JsonNode row, Map<String, String> tags, String name) {
        if (row instanceof ObjectNode whole && row.path("tags") instanceof ArrayNode ids) {
            var names = whole.arrayNode();
            ids.forEach(
                    tag -> names.add(tag.isObject() ? tag : named(tag.asString(""), tags, whole)));
            whole.set("tags", names);
        }
        read(row, name);
    }

    private static JsonNode named(String id, Map<String, String> tags, ObjectNode of) {
        return of.stringNode(tags.getOrDefault(id, id));
    }
}
