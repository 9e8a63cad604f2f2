package org.folkmoot.members;

import static org.folkmoot.members.ComposedCriterion.onMember;

import java.util.List;
import org.folkmoot.members.Criterion.Part;
import org.folkmoot.members.Criterion.Shape;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people can be asked for by what their profiles say and what was written about them.
@Configuration(proxyBeanMethods = false)
class ProfileCriteria {

    @Bean
    Criterion organisationCriterion() {
        return text("organisation", "Organisation", "of ");
    }

    @Bean
    Criterion titleCriterion() {
        return text("title", "Title", "with the title ");
    }

    @Bean
    Criterion locationCriterion() {
        return text("location", "Where they live", "in ");
    }

    @Bean
    Criterion languageCriterion() {
        return text("language", "Language", "who speak ");
    }

    @Bean
    Criterion timezoneCriterion() {
        return text("timezone", "Time zone", "in the time zone ");
    }

    @Bean
    Criterion emailCriterion() {
        return text("email", "E-mail", "with the e-mail ").forContacts();
    }

    @Bean
    Criterion noteCriterion() {
        return onMember(
                        "note",
                        "Note",
                        List.of(Part.operator("contains", Shape.TEXT)),
                        (use, _) -> "with a note on “" + use.text("contains") + "”",
                        (use, asked) ->
                                """
                                m.id in (select n.member_id from members.note n where n.community_id = folkmoot.community()
                                    and n.removed_at is null and position(folkmoot.plain(%s) in folkmoot.plain(n.text)) > 0)"""
                                        .formatted(asked.bind(use.text("contains"))))
                .forContacts();
    }

    /// What the search field finds: as exact, but slower where many have the words.
    @Bean
    Criterion wordsCriterion() {
        return onMember(
                "words",
                "Name, handle, organisation",
                List.of(Part.operator("", Shape.TEXT)),
                (use, _) -> "“" + use.text("") + "”",
                (use, asked) -> {
                    var words = asked.bind(use.text(""));
                    var found =
                            """
                            m.id in (select members.matching(regexp_split_to_array(btrim(folkmoot.plain(%s)), '\\s+'), %s))"""
                                    .formatted(words, asked.bind(Integer.MAX_VALUE));
                    return asked.contacts()
                            ? found
                            : found
                                    + " and (select bool_and(position(w in %s) > 0) from regexp_split_to_table(btrim(folkmoot.plain(%s)), '\\s+') w)"
                                            .formatted(Hits.OPEN, words);
                });
    }

    /// A field of the profile, a column of that name.
    private static ComposedCriterion text(String field, String label, String words) {
        return onMember(
                field,
                label,
                List.of(
                        Part.operator("is", Shape.TEXT),
                        Part.operator("contains", Shape.TEXT),
                        Part.operator("known")),
                (use, _) ->
                        use.says("is")
                                ? words + use.text("is")
                                : use.says("contains")
                                        ? words + "…" + use.text("contains") + "…"
                                        : "whose "
                                                + label.toLowerCase(java.util.Locale.ROOT)
                                                + " is known",
                (use, asked) ->
                        use.says("is")
                                ? "m.%s = %s".formatted(field, asked.bind(use.text("is")))
                                : use.says("contains")
                                        ? "position(folkmoot.plain(%s) in folkmoot.plain(m.%s)) > 0"
                                                .formatted(asked.bind(use.text("contains")), field)
                                        : "m.%s is not null".formatted(field));
    }
}
