package org.folkmoot.listening;

import org.folkmoot.members.Keeper;
import org.folkmoot.members.Keepsake;
import org.folkmoot.members.Keepsakes;
import org.folkmoot.members.PeopleArchive.Turn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What people made of themes, as lines of an export. All other themes are found again; these are
/// known again by their words.
@Configuration(proxyBeanMethods = false)
class ThemeKeepsakes {

    /// Somebody named it, pinned it, ignores it, or joined it with another.
    private static final String OURS =
            """
            t.community_id = folkmoot.community() and (t.name is not null or t.pinned or t.ignored or t.merged_into is not null
                or exists (select from listening.theme o where o.community_id = t.community_id and o.merged_into = t.id))
            """;

    private static final String OUT =
            """
            select t.shelf, t.label, t.name, t.pinned, t.ignored,
                (select jsonb_agg(jsonb_build_object('word', e.key, 'weight', e.value) order by e.key) from jsonb_each(t.centre) e) as words
            from listening.theme t where %s order by t.id
            """
                    .formatted(OURS);

    /// A theme is known again by its list and what it is called.
    private static final String IN =
            """
            insert into listening.theme (community_id, shelf, label, name, pinned, ignored, centre)
            select distinct on (r.shelf, coalesce(r.name, r.label)) folkmoot.community(), r.shelf, r.label, r.name, coalesce(r.pinned, false),
                coalesce(r.ignored, false), coalesce((select jsonb_object_agg(w.word, w.weight)
                    from jsonb_to_recordset(r.words) w(word text, weight double precision)), '{}')
            from jsonb_to_recordset(:rows::jsonb) r(shelf text, label text, name text, pinned boolean, ignored boolean, words jsonb)
            where not exists (select from listening.theme t where t.community_id = folkmoot.community() and t.shelf = r.shelf
                and coalesce(t.name, t.label) = coalesce(r.name, r.label))
            """;

    private static final String JOINS =
            """
            select t.shelf, coalesce(t.name, t.label) as theme, coalesce(o.name, o.label) as "into"
            from listening.theme t join listening.theme o on o.community_id = t.community_id and o.id = t.merged_into
            where t.community_id = folkmoot.community() order by t.id
            """;

    /// Into what stands alone, and only what stands alone and has nothing joined into it.
    private static final String JOIN_IN =
            """
            update listening.theme t set merged_into = o.id
            from jsonb_to_recordset(:rows::jsonb) r(shelf text, theme text, "into" text)
            join listening.theme o on o.community_id = folkmoot.community() and o.shelf = r.shelf
                and coalesce(o.name, o.label) = r."into" and o.merged_into is null
            where t.community_id = folkmoot.community() and t.shelf = r.shelf and coalesce(t.name, t.label) = r.theme
                and t.merged_into is null and t.id <> o.id
                and not exists (select from listening.theme p where p.community_id = t.community_id and p.merged_into = t.id)
                and not exists (select from jsonb_to_recordset(:rows::jsonb) c(shelf text, theme text)
                    where c.shelf = r.shelf and c.theme = r."into")
            """;

    private static final String[] SHELVES = {"questions", "complaints", "all"};

    @Bean
    Keeper themeKeepsakes(Keepsakes tables) {
        return tables.keeper(
                Turn.AFTER_LEDGER,
                72,
                Keepsake.of("theme", OUT, IN)
                        .oneOf("shelf", SHELVES)
                        .text("label", 300)
                        .text("name?", 100)
                        .flag("pinned?")
                        .flag("ignored?")
                        .list("words", word -> word.text("word", 200).decimal("weight")),
                Keepsake.of("theme_join", JOINS, JOIN_IN)
                        .oneOf("shelf", SHELVES)
                        .text("theme", 300)
                        .text("into", 300));
    }
}
