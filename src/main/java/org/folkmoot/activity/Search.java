package org.folkmoot.activity;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A search in the ledger's texts: all words, `"a phrase"`, `-without`, `one or another`; the last
/// word may be only the beginning of one.
///
/// @param language the text search configuration
/// @param head all but the last word
/// @param last the beginning of a word, or empty when the last word is not a plain one
/// @param either whether the last word is an alternative
record Search(String language, String all, String head, String last, boolean either) {

    private static final Pattern LAST =
            Pattern.compile("(?s)(.*?)(?<![^\\s])([\\p{L}\\p{N}]{2,})$");
    private static final Pattern OR = Pattern.compile("(?is)(.*\\s)?or\\s*$");

    static Search of(String q, String languageTag) {
        var found = LAST.matcher(q);
        var language = SearchWords.searchIn(languageTag);
        var quoted = q.chars().filter(c -> c == '"').count() % 2 == 1;
        if (quoted || !found.matches() || found.group(2).toLowerCase(Locale.ROOT).equals("or")) {
            return new Search(language, q, "", "", false);
        }
        var head = found.group(1).strip();
        var or = OR.matcher(head).matches();
        return new Search(
                language,
                q,
                or ? head.replaceFirst("(?i)or$", "").strip() : head,
                found.group(2),
                or);
    }

    /// The query in SQL, with the parameters of [#params].
    String sql() {
        var all = "websearch_to_tsquery(cast(:language as regconfig), :all)";
        if (last.isEmpty()) {
            return all;
        }
        var beginning = "to_tsquery(cast(:language as regconfig), :last || ':*')";
        return head.isEmpty()
                ? "(%s || %s)".formatted(all, beginning)
                : "(%s || (websearch_to_tsquery(cast(:language as regconfig), :head) %s %s))"
                        .formatted(all, either ? "||" : "&&", beginning);
    }

    Map<String, Object> params() {
        return Map.of("language", language, "all", all, "head", head, "last", last);
    }

    /// Whether anything is left to search for once the small words are gone.
    boolean says(JdbcClient db) {
        return db.sql("select numnode(%s) > 0".formatted(sql()))
                .params(params())
                .query(Boolean.class)
                .single();
    }
}
