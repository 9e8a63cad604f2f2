package org.folkmoot.fields;

import java.util.List;
import java.util.Locale;
import org.folkmoot.members.Asked;
import org.folkmoot.members.Criterion;
import org.folkmoot.members.Criterion.Choice;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.folkmoot.members.Use;
import org.springframework.stereotype.Component;

/// Lets people be asked for by the community's own fields: `field-t-shirt-size is M`.
@Component
class FieldCriteria implements Criterion.Family {

    private final CustomFields fields;

    FieldCriteria(CustomFields fields) {
        this.fields = fields;
    }

    @Override
    public List<Criterion> here() {
        return fields.inUse(true).stream().map(FieldCriteria::of).toList();
    }

    private static Criterion of(CustomField field) {
        var key = "field-" + field.key().replace('_', '-');
        Criterion.Wording words = (use, _) -> words(field, use);
        Criterion.Sql who = (use, asked) -> who(field, use, asked);
        return field.guarded()
                ? Criterion.ofContacts(key, field.name(), parts(field), words, who)
                : Criterion.of(key, field.name(), parts(field), words, who);
    }

    private static List<Part> parts(CustomField field) {
        var known = Part.operator("known");
        return switch (field.kind()) {
            case TEXT ->
                    List.of(
                            Part.operator("is", Shape.TEXT),
                            Part.operator("contains", Shape.TEXT),
                            known);
            case NUMBER ->
                    List.of(
                            Part.operator("at least", Shape.NUMBER),
                            Part.operator("at most", Shape.NUMBER),
                            known);
            case DATE ->
                    List.of(
                            Part.operator("from", Shape.DATE),
                            Part.operator("until", Shape.DATE),
                            known);
            case CHOICE ->
                    List.of(
                            Part.operator("is", Shape.CHOICE, () -> choices(field.choices())),
                            known);
            case YES_NO ->
                    List.of(
                            Part.operator("is", Shape.CHOICE, () -> choices(List.of("yes", "no"))),
                            known);
        };
    }

    private static List<Choice> choices(List<String> values) {
        return values.stream().map(v -> new Choice(v, v)).toList();
    }

    private static String words(CustomField field, Use use) {
        var said = use.said().getFirst();
        return said.part().equals("known")
                ? "with a %s".formatted(field.name())
                : "with %s %s %s".formatted(field.name(), said.part(), said.value());
    }

    /// What was put on somebody counts only while nothing later was put on another of their homes.
    private static String who(CustomField field, Use use, Asked asked) {
        var id = asked.bind(field.id());
        return """
        select coalesce(v.member_id, e.put_on) from fields.entry e
        left join members.report_moved v on v.community_id = e.community_id and v.home = e.put_on
        where e.community_id = folkmoot.community() and e.field_id = %1$s and e.value is not null and %2$s
            and not exists (select from members.report_home h
                join fields.entry l on l.community_id = h.community_id and l.put_on = h.home and l.field_id = e.field_id
                where h.community_id = e.community_id and h.member_id = coalesce(v.member_id, e.put_on)
                    and (l.at, -l.put_on) > (e.at, -e.put_on))
        """
                .formatted(id, holds(use, id, asked));
    }

    private static String holds(Use use, String field, Asked asked) {
        var said = use.said().getFirst();
        return switch (said.part()) {
            case "is" -> {
                var value = asked.bind(said.value());
                yield "left(e.value, 100) = left(%s, 100) and e.value = %s".formatted(value, value);
            }
            case "contains" ->
                    "position(lower(%s) in lower(e.value)) > 0"
                            .formatted(asked.bind(said.value().toLowerCase(Locale.ROOT)));
            case "at least" -> number(field, ">=", asked.bind(use.number("at least")));
            case "at most" -> number(field, "<=", asked.bind(use.number("at most")));
            case "from" -> "e.value >= " + asked.bind(use.date("from").toString());
            case "until" -> "e.value <= " + asked.bind(use.date("until").toString());
            default -> "true";
        };
    }

    /// Values of other fields are no numbers, so they must not be read as such.
    private static String number(String field, String compared, String value) {
        return "case when e.field_id = %s then e.value::numeric %s %s end"
                .formatted(field, compared, value);
    }
}
