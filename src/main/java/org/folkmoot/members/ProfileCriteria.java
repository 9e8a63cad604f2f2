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

    private final Containing containing;

    ProfileCriteria(Containing containing) {
        this.containing = containing;
    }

    @Bean
    Criterion organisationCriterion() {
        return text("organisation", "Organisation", "of ", this::searched);
    }

    @Bean
    Criterion titleCriterion() {
        return text("title", "Title", "with the title ", this::searched);
    }

    @Bean
    Criterion locationCriterion() {
        return text("location", "Where they live", "in ", ProfileCriteria::listed);
    }

    @Bean
    Criterion languageCriterion() {
        return text("language", "Language", "who speak ", ProfileCriteria::listed);
    }

    @Bean
    Criterion timezoneCriterion() {
        return text("timezone", "Time zone", "in the time zone ", ProfileCriteria::listed);
    }

    @Bean
    Criterion emailCriterion() {
        return text("email", "E-mail", "with the e-mail ", this::searched).forContacts();
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

    /// How a field is asked for.
    private interface Way {
        String holds(String field, Use use, Asked asked);
    }

    /// A field of the profile, a column of that name.
    private static ComposedCriterion text(String field, String label, String words, Way way) {
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
                        use.says("known")
                                ? "m.%s is not null".formatted(field)
                                : way.holds(field, use, asked));
    }

    /// A field whose letters are among those that people are searched by.
    private String searched(String field, Use use, Asked asked) {
        if (use.says("is")) {
            return "m.%s = %s".formatted(field, asked.bind(use.text("is")));
        }
        var letters = use.text("contains");
        var few =
                containing
                        .few(letters)
                        .map(
                                ids ->
                                        "m.id = any(%s) and "
                                                .formatted(asked.bind(ids.toArray(Long[]::new))));
        return few.orElse("") + contains("m." + field, asked.bind(letters));
    }

    /// A field that has the same value for many: the values are gone through one after the other,
    /// along their index, and not the people.
    private static String listed(String field, Use use, Asked asked) {
        var of =
                "m.id in (select s.member_id from members.searched s where s.community_id = folkmoot.community() and s.%s"
                        .formatted(field);
        if (use.says("is")) {
            return "%s = %s)".formatted(of, asked.bind(use.text("is")));
        }
        return of
                + """
                   in (
                    with recursive known(value) as (
                        (select s.%1$s from members.searched s
                            where s.community_id = folkmoot.community() and s.%1$s is not null order by s.%1$s limit 1)
                        union all
                        select (select s.%1$s from members.searched s
                            where s.community_id = folkmoot.community() and s.%1$s > k.value order by s.%1$s limit 1)
                        from known k where k.value is not null)
                    select k.value from known k where %2$s))
                  """
                        .formatted(field, contains("k.value", asked.bind(use.text("contains"))));
    }

    private static String contains(String text, String letters) {
        return "position(folkmoot.plain(%s) in folkmoot.plain(%s)) > 0".formatted(letters, text);
    }
}
