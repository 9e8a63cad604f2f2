package org.folkmoot.fields;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.access.Needs;
import org.folkmoot.access.Permission;
import org.folkmoot.access.Visitor;
import org.folkmoot.kernel.Refusal;
import org.folkmoot.members.ProfileField;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Which fields people have, for programs. Whoever may bring data in may make fields too, as an
/// import of another Folkmoot's people does.
@RestController
@Needs(Permission.SEE_PEOPLE)
@RequestMapping(
        path = "/api/v1/communities/{slug}/fields",
        produces = MediaType.APPLICATION_JSON_VALUE)
class FieldDefinitionsApi {

    private final CustomFields fields;

    FieldDefinitionsApi(CustomFields fields) {
        this.fields = fields;
    }

    /// @param kind `profile`, or what a field of the community's own holds
    /// @param choices only of a choice
    /// @param guarded only of the community's own: whether it needs the right to see addresses
    /// @param archived only of the community's own
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Definition(
            String key,
            String name,
            String kind,
            @Nullable List<String> choices,
            @Nullable Boolean guarded,
            @Nullable Boolean archived) {

        static Definition of(CustomField field) {
            return new Definition(
                    field.key(),
                    field.name(),
                    field.kind().key(),
                    field.kind() == FieldKind.CHOICE ? field.choices() : null,
                    field.guarded(),
                    field.archived());
        }
    }

    record Definitions(List<Definition> items) {}

    /// What is left out stays as it is; of a new field it is empty.
    ///
    /// @param kind only of a new field
    record Wish(
            @Nullable String name,
            @Nullable String kind,
            @Nullable List<String> choices,
            @Nullable Boolean guarded,
            @Nullable Boolean archived) {

        String lines(List<String> otherwise) {
            var list = choices == null ? otherwise : choices;
            if (list.stream().anyMatch(c -> c == null || c.lines().count() > 1)) {
                throw new Refusal.Unusable("A choice is one line of text.");
            }
            return String.join("\n", list);
        }
    }

    /// @param archived whether those that are out of use are told, too
    @GetMapping
    Definitions all(Visitor visitor, @RequestParam(defaultValue = "false") boolean archived) {
        var all = new ArrayList<Definition>();
        for (var field : ProfileField.values()) {
            all.add(new Definition(field.key(), field.label(), "profile", null, null, null));
        }
        var contacts = visitor.may(Permission.SEE_CONTACT_DATA);
        fields.all().stream()
                .filter(f -> (archived || !f.archived()) && (contacts || !f.guarded()))
                .forEach(f -> all.add(Definition.of(f)));
        return new Definitions(all);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.EDIT_PEOPLE)
    Definition add(@RequestBody Wish wish) {
        var id =
                fields.add(
                        FieldWish.of(
                                wish.name() == null ? "" : wish.name(),
                                wish.kind() == null ? "" : wish.kind(),
                                wish.lines(List.of()),
                                Boolean.TRUE.equals(wish.guarded())));
        return Definition.of(fields.get(id));
    }

    /// Changes it, takes it out of use or brings it back.
    @PutMapping("/{key}")
    @Needs(Permission.EDIT_PEOPLE)
    Definition change(Visitor visitor, @PathVariable String key, @RequestBody Wish wish) {
        var field =
                fields.named(key)
                        .filter(f -> visitor.may(Permission.SEE_CONTACT_DATA) || !f.guarded())
                        .orElseThrow(() -> new Refusal.NotFound("This field"));
        if (wish.kind() != null && !wish.kind().equals(field.kind().key())) {
            throw new Refusal.Unusable(
                    "What a field holds never changes, so that what was said stays true. Make another field.");
        }
        if (wish.name() != null || wish.choices() != null || wish.guarded() != null) {
            fields.change(
                    field.id(),
                    FieldWish.of(
                            wish.name() == null ? field.name() : wish.name(),
                            field.kind().key(),
                            wish.lines(field.choices()),
                            wish.guarded() == null ? field.guarded() : wish.guarded()));
        }
        if (wish.archived() != null && wish.archived() != field.archived()) {
            fields.archive(field.id(), wish.archived());
        }
        return Definition.of(fields.get(field.id()));
    }
}
