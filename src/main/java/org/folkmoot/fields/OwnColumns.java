package org.folkmoot.fields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.members.MoreColumns;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The community's own fields as columns of a table of people, each called like its field: the
/// same table brought in again fills them.
@Component
class OwnColumns implements MoreColumns {

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private static final String SQL =
            """
            (select jsonb_object_agg(v.field_id, v.value)::text from fields.report_value v
                where v.community_id = m.community_id and v.member_id = m.id and v.value is not null)\
            """;

    private final CustomFields fields;

    OwnColumns(CustomFields fields) {
        this.fields = fields;
    }

    @Override
    public Columns here(boolean contacts) {
        var shown = fields.inUse(contacts);
        return new Columns(
                shown.stream().map(CustomField::name).toList(),
                shown.isEmpty() ? "null" : SQL,
                told -> cells(shown, told));
    }

    private static List<@Nullable String> cells(List<CustomField> shown, @Nullable String told) {
        var values =
                told == null
                        ? Map.<String, String>of()
                        : JsonMapper.shared().readValue(told, VALUES);
        var cells = new ArrayList<@Nullable String>();
        shown.forEach(field -> cells.add(values.get(Long.toString(field.id()))));
        return cells;
    }
}
